@echo off
rem Starts Mapa praktyk: start.bat [the options and commands of mapa-praktyk]
if not exist "%~dp0program\installed.txt" (
    chcp 65001 >nul
    echo Najpierw uruchom: install.bat
    echo First run: install.bat
    pause
    exit /b 1
)
"%~dp0program\Scripts\python.exe" -P -m dashboard %*

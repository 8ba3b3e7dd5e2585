@echo off
rem Installs Mapa praktyk into program\ beside this file, without a network: install.bat [--extras]
setlocal
chcp 65001 >nul
for %%V in (@PYTHONS@) do (
    py -%%V -c "" >nul 2>nul && (
        py -%%V "%~dp0install.py" %*
        goto end
    )
)
python -c "" >nul 2>nul && (
    python "%~dp0install.py" %*
    goto end
)
echo Potrzebny jest Python, 64-bitowy (jedna z wersji: @PYTHONS@): https://www.python.org/downloads/windows/
echo Python is needed, of 64 bits (one of @PYTHONS@)
:end
if "%~1"=="" pause

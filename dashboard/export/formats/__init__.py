"""The kinds of file that hold rows or features: CSV, XLSX, GeoJSON, GeoPackage."""

"""Files that come in: workbooks and logs, read safely and turned into commands."""

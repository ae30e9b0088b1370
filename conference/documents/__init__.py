"""A document becomes bytes: workbooks, logs, papers; one module per document and format."""

"""The units' workbooks: where everything stands, and the writer."""

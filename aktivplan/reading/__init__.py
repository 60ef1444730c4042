"""From a workbook's cells to a submission."""

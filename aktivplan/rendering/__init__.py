"""From an edition to the bytes of workbooks and documents."""

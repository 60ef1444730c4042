"""Files that hold other files: mails and archives. Opened in memory only; nothing of them is ever written to disk."""

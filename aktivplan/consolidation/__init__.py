"""From submissions to the edition that every renderer gets."""

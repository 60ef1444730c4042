"""Made-up plans with answers, so that the whole work can be tried without a municipality."""

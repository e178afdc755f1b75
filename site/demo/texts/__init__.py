"""The words of the demo site, all written for it. Patients' texts are in American English."""

"""The people of the demo clinic, all invented."""

WRITER = {
    "name": "Nora Whitfield",
    "credentials": "MPH",
    "job_title": "Medical writer",
    "biography": "Nora turns medical guidance into words that help people decide. She has written "
    "for patients for more than ten years.",
}

PHYSICIAN = {
    "name": "Elena Marsh",
    "credentials": "MD, FAAPMR",
    "job_title": "Pain medicine physician",
    "biography": "Dr. Marsh treats back, pelvic, and joint pain at Maywell Health. She is board "
    "certified in physical medicine and rehabilitation.",
}

THERAPIST = {
    "name": "Samuel Okafor",
    "credentials": "PT, DPT",
    "job_title": "Physical therapist",
    "biography": "Dr. Okafor helps people move with more ease before and after treatment.",
}

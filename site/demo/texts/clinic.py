"""Facts about the demo clinic. It does not exist, and its phone number is one for fiction."""

NAME = "Maywell Health"

DISCLAIMER = (
    "This page is for general information. It cannot replace advice from a clinician who knows "
    "you. Talk with your care team before you make a choice about your health."
)

CALL_TO_ACTION = {
    "name": "Talk with us",
    "heading": "Would you like to talk it through?",
    "text": "Tell us what hurts and what you have tried. We will help you find the right visit.",
    "button": "Contact the clinic",
}

# The type is left blank: the app's own default, MedicalClinic, says more than
# any choice that the settings page of wagtail-seo offers.
ORGANIZATION = {
    "struct_org_name": NAME,
    "struct_org_phone": "+1 503-555-0142",
    "struct_org_address_street": "240 Larkspur Way, Suite 300",
    "struct_org_address_locality": "Maywell Falls",
    "struct_org_address_region": "OR",
    "struct_org_address_postal": "97000",
    "struct_org_address_country": "US",
}

HOURS = (
    (("Monday", "Tuesday", "Wednesday", "Thursday"), "08:00", "17:30"),
    (("Friday",), "08:00", "16:00"),
)

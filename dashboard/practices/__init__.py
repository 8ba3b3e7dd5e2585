"""Practices of local governments: their pages, their table, and where they are."""

from dashboard.practices.card_lines import MetrykaField, fields_from_json
from dashboard.practices.links import email_link, phone_link, practice_link, website_link
from dashboard.practices.metryka import Metryka, meaning
from dashboard.practices.page import Practice, read_page
from dashboard.practices.places import locate
from dashboard.practices.table import load_practices, save_practices
from dashboard.practices.taxonomy import OTHER_KEY, SECTIONS, Section, Subsection, section_key

__all__ = [
    "OTHER_KEY",
    "SECTIONS",
    "Metryka",
    "MetrykaField",
    "Practice",
    "Section",
    "Subsection",
    "email_link",
    "fields_from_json",
    "load_practices",
    "locate",
    "meaning",
    "phone_link",
    "practice_link",
    "read_page",
    "save_practices",
    "section_key",
    "website_link",
]

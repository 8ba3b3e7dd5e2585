"""Commands whose texts are messages of this package and of the geocoder."""

from dashboard.locale import message
from geocoding.batch.command import TranslatedCommand, TranslatedGroup


class Command(TranslatedCommand):
    """A command of `mapa-praktyk`."""

    message = staticmethod(message)


class Group(TranslatedGroup):
    """`mapa-praktyk` itself."""

    message = staticmethod(message)

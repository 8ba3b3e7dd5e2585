"""Which commune, county and voivodeship a point lies in, as its nearest settlement does."""

import numpy as np
import pandas as pd
import pyarrow as pa

from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.index import Gazetteer


def areas_at(gazetteer: Gazetteer, lat: Floats, lon: Floats) -> pd.DataFrame:
    """Return a row per point (degrees): commune, county, voivodeship of the nearest settlement."""
    targets, units = gazetteer.targets, gazetteer.units
    settlement = np.flatnonzero((targets.name >= 0) & (targets.unit >= 0))
    lats, lons = targets.lat[settlement], targets.lon[settlement]
    nearest = [
        settlement[np.argmin(distance_km(at_lat, at_lon, lats, lons))]
        for at_lat, at_lon in zip(lat.tolist(), lon.tolist(), strict=True)
    ]
    unit = pa.array(targets.unit[np.array(nearest, dtype=np.int64)])
    names = {
        "commune": units.commune,
        "county": units.county,
        "voivodeship": units.voivodeship,
    }
    return pd.DataFrame(
        {name: pd.array(texts.take(unit).to_pylist(), dtype="str") for name, texts in names.items()}
    )

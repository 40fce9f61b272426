"""Which place an office is for: what a label says, else what its name begins with (云上市山前区公共就业服务中心)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from extractors.documents.body import Found

PLACE: Final = re.compile(r"(?:[^省市区县旗盟镇]{2,12}?(?:省|自治区|自治州|地区|市|州|盟|区|县|镇|旗))+")
"""Provinces, cities and counties at the beginning of a name."""


def with_region(fields: Mapping[str, Found]) -> dict[str, Found]:
    """The fields with the place behind a label, or else the one that the office is named after."""
    labelled, office = fields.get("region"), fields.get("authority")
    match = PLACE.match(office.value) if office is not None and not (labelled and labelled.value) else None
    if office is None or match is None:
        return dict(fields)
    return {**fields, "region": replace(office, value=match[0]).doubted("only_mentioned")}

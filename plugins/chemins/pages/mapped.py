"""What the maps of a site have in common: projected once, laid out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from chemins.maps.atlas import Atlas, Shape, atlases_of
from chemins.maps.drawing import Drawing
from chemins.maps.locator import Named, by_town, is_named, locator
from chemins.records.outline import Geography, Outline
from chemins.records.quartier import Quartier
from chemins.records.territory import Territory
from chemins.strategy import Strategy


@dataclass(frozen=True, eq=False)
class Mapped:
    """The quartiers of a strategy that have a shape."""

    strategy: Strategy
    """Whose."""

    geography: Geography
    """All that was published."""

    @cached_property
    def quartiers(self) -> Mapping[str, Quartier]:
        """Those that have a shape, by their code, in the order of lists."""
        outlines = self.geography.quartiers
        found = {each.code: each for each in self.strategy.all(Quartier) if each.code in outlines}
        return MappingProxyType({code: each for code, each in found.items() if code})

    @cached_property
    def atlases(self) -> tuple[Atlas, ...]:
        """Their shapes, and what is around, in the plane."""
        outlines = {code: self.geography.quartiers[code] for code in self.quartiers}
        communes = {code: self._called(each) for code, each in self.geography.communes.items()}
        return atlases_of(Geography(outlines, communes, self.geography.background))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each is called on a map, by its code."""
        typeset = self.strategy.locale.typeset
        return {code: typeset(each.label) for code, each in self.quartiers.items()}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each in the list beside the map, by its code."""
        return {code: number for number, code in enumerate(self.quartiers, 1)}

    @cached_property
    def locators(self) -> tuple[Drawing, ...]:
        """The maps of them all: those of one projection, where there are several."""
        if not self.atlases:
            return ()
        return locator(self.atlases[0], [self._named(code) for code in self.quartiers])

    @cached_property
    def is_by_town(self) -> bool:
        """Whether the map of them all names towns, and numbers no quartier."""
        return any(each.towns for each in self.locators)

    @cached_property
    def listed(self) -> tuple[Quartier, ...]:
        """All quartiers, in the order in which one looks for them on that map."""
        quartiers = self.strategy.all(Quartier)
        return tuple(sorted(quartiers, key=_town_and_name)) if self.is_by_town else quartiers

    @cached_property
    def named(self) -> frozenset[str]:
        """The codes of those whose name is written on these maps."""
        return frozenset(
            area.key
            for drawing in self.locators
            for area in drawing.areas
            if is_named(area, self.numbers[area.key])
        )

    @cached_property
    def told(self) -> frozenset[str]:
        """The codes of those whose name or number is written on them."""
        areas = (area for drawing in self.locators for area in drawing.areas)
        return frozenset(area.key for area in areas if area.wide)

    def atlas(self, quartier: Quartier) -> Atlas | None:
        """The atlas that ``quartier`` is in."""
        code = quartier.code or ""
        return self._atlas_by_code.get(code)

    def shape(self, quartier: Quartier) -> Shape | None:
        """Its shape in the plane."""
        atlas = self.atlas(quartier)
        return atlas.quartiers[quartier.code] if atlas and quartier.code else None

    @cached_property
    def _atlas_by_code(self) -> Mapping[str, Atlas]:
        return {code: atlas for atlas in self.atlases for code in atlas.geography.quartiers}

    @cached_property
    def _communes(self) -> Mapping[str, str]:
        """The names of municipalities, by their code, as the territory writes them."""
        territory = self.strategy.single(Territory)
        communes = territory.communes if territory else ()
        return {each.code: each.name for each in communes if each.code}

    def _called(self, outline: Outline) -> Outline:
        name = self._communes.get(outline.code, outline.name)
        return Outline(outline.code, outline.rings, self.strategy.locale.typeset(name))

    def _named(self, code: str) -> Named:
        communes = self.quartiers[code].communes
        return Named(
            code,
            self.names[code],
            self.numbers[code],
            communes[0].name if len(communes) == 1 else "",
            communes[0].name if communes else "",
        )


def _town_and_name(quartier: Quartier) -> tuple[str, str]:
    return by_town(quartier.communes[0].name if quartier.communes else "", quartier.label)

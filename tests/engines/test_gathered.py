from chemins.engines.gathered import SiteReporter, gathered
from chemins.faults import Fault, Place
from chemins.faults.codes import fault
from chemins.locales import load


def dead(page: str, link: str, target: str = "nulle-part/") -> Fault:
    return fault("G-LINK", Place(page, 3), link=link, target=target)


def everywhere(count: int) -> list[Fault]:
    return [dead(f"p{number:04}/index.html", "../nulle-part/") for number in range(count)]


def test_a_dead_link_of_the_menu_is_told_once_with_the_number_of_further_pages():
    faults = [dead("index.html", "nulle-part/"), *everywhere(6000)]
    only = gathered(faults)
    assert [each.place.path for each in only] == ["index.html"]
    assert "(Et sur 6000 autres pages.)" in SiteReporter(load("fr")).text(only)
    assert "(And on 6000 more pages.)" in SiteReporter(load("en")).text(only)


def test_a_link_that_is_dead_on_a_few_pages_is_told_on_each():
    assert gathered(everywhere(5)) == everywhere(5)


def test_links_that_lead_to_different_places_are_told_apart():
    faults = [dead(f"p{number}/index.html", "x", f"x{number}/") for number in range(50)]
    assert len(gathered(faults)) == 50


def test_files_of_one_other_host_are_told_apart():
    faults = [
        fault("G-OUTSIDE", Place(f"p{number}/index.html"), link=f"https://a.org/{number}", host="a")
        for number in range(50)
    ]
    assert len(gathered(faults)) == 50


def test_many_links_of_one_page_are_not_further_pages():
    faults = [fault("G-LINK", Place("a.html", n), link="x", target="x") for n in range(1, 20)]
    assert gathered(faults) == faults


def test_faults_stay_in_the_order_of_their_places():
    faults = [dead("z/index.html", "a", "a"), *everywhere(10), dead("a/index.html", "b", "b")]
    assert [each.place.path for each in gathered(faults)] == [
        "a/index.html",
        "p0000/index.html",
        "z/index.html",
    ]


def test_no_fault_is_no_fault():
    assert gathered([]) == []

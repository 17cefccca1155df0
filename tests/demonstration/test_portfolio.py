from pragola.demonstration import INVENTED, portfolio, units


def test_every_invented_innovation_says_so_in_its_title_and_its_id() -> None:
    unmarked = [
        innovation.title
        for innovation in portfolio()
        if not (innovation.title.endswith(INVENTED) and innovation.id.startswith("rekaan-"))
    ]
    assert unmarked == []


def test_every_innovation_belongs_to_a_unit_that_exists() -> None:
    assert {innovation.unit for innovation in portfolio()} <= {unit.code for unit in units()}


def test_ids_titles_and_purposes_are_given_once() -> None:
    for values in (
        [innovation.id for innovation in portfolio()],
        [innovation.title for innovation in portfolio()],
        [innovation.purpose for innovation in portfolio()],
    ):
        assert sorted(set(values)) == sorted(values)


def test_every_puskesmas_and_both_hospitals_have_an_innovation() -> None:
    owners = {innovation.unit for innovation in portfolio()}
    health = {unit.code for unit in units() if unit.parent == "dinkes"}
    assert health - owners == set()

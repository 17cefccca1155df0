"""The room's own YAML files, read as strictly as an edition."""

from importlib.resources import files

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Reader, shown
from pragola.rulebooks.nodes import Entries, Node, nodes_of
from pragola.scoring.faults import PragolaError


class DemonstrationFilesError(PragolaError):
    """The room's own files are not as they should be."""


def read_own_file[T](name: str, reader: Reader[T]) -> T:
    """What the file says. Raises DemonstrationFilesError with every fault."""
    return read_content(files(__package__).joinpath(name).read_bytes(), name, reader)


def read_content[T](content: bytes, name: str, reader: Reader[T]) -> T:
    """What `content` says, `name` being its file in faults."""
    desk = Desk()
    node = nodes_of(content, file=name, desk=desk)
    if node is None:
        raise DemonstrationFilesError(*desk.faults)
    value = reader(node, desk)
    if desk.faults:
        raise DemonstrationFilesError(*desk.faults)
    return value


def by_name[T](reader: Reader[T]) -> Reader[dict[str, T]]:
    """A mapping whose keys are names of the file's own choosing."""

    def read(node: Node, desk: Desk) -> dict[str, T]:
        if isinstance(node, Entries):
            return {entry.key.text: reader(entry.value, desk) for entry in node.entries}
        desk.fault("not_a_mapping", node.mark, found=shown(node))
        return {}

    return read

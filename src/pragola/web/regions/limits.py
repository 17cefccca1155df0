"""Files that grow beyond what can be read are counted to their end, but not kept."""

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from pragola.workbook.package import LARGEST_FILE


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes a file up to the limit; the size it tells is the true one."""

    most = LARGEST_FILE
    """Bytes."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take in what still fits."""
        if start + len(raw_data) <= self.most:
            super().receive_data_chunk(raw_data, start)

"""An authority of the tests' own, its signers, and what they sign."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from asn1crypto import keys  # type: ignore[import-untyped]
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime.now(UTC)
_DER = serialization.Encoding.DER


def _uses(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


class Party:
    """Who holds a key and a certificate; an authority where it has none above it."""

    def __init__(self, name: str, above: "Party | None" = None, *, until: int = 365) -> None:
        """The certificate ends that many days from today."""
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name(
            [
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Pemerintah Contoh"),
                x509.NameAttribute(NameOID.COMMON_NAME, name),
            ]
        )
        maker = above or self
        self.certificate = (
            x509.CertificateBuilder(maker.name, self.name, self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=900))
            .not_valid_after(NOW + timedelta(days=until))
            .add_extension(x509.BasicConstraints(ca=above is None, path_length=None), critical=True)
            .add_extension(_uses(authority=above is None), critical=True)
            .sign(maker.key, hashes.SHA256())
        )

    def signer(self) -> signers.SimpleSigner:
        """For pyhanko."""
        key = self.key.private_bytes(
            _DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return signers.SimpleSigner(
            signing_cert=asn1.Certificate.load(self.certificate.public_bytes(_DER)),
            signing_key=keys.PrivateKeyInfo.load(key),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
        )

    def as_root(self, folder: Path) -> Path:
        """The folder, with the certificate as PEM."""
        folder.mkdir(exist_ok=True)
        (folder / "induk.pem").write_bytes(
            self.certificate.public_bytes(serialization.Encoding.PEM)
        )
        return folder


def sign(path: Path, by: Party, *, field: str = "TTE") -> Path:
    """That file with one more signature, shown on the first page."""
    written = BytesIO(path.read_bytes())
    done = signers.sign_pdf(
        IncrementalPdfFileWriter(written),
        signers.PdfSignatureMetadata(field_name=field),
        by.signer(),
        new_field_spec=SigFieldSpec(field, on_page=0, box=(50, 50, 200, 100)),
        bytes_reserved=8192,
    )
    path.write_bytes(done.getvalue())
    return path

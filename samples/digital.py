"""Electronic seals: PDFs signed with a fictitious firm's own certificate, made on the spot and known to nobody."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

_KEY_BITS = 2048
_VALID = timedelta(days=3650)
_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
_MM_TO_PT = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page the seal shows itself: millimetres from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    page_height_mm: float = 297.0

    @property
    def rectangle(self) -> tuple[int, int, int, int]:
        """In PDF units, from the lower left corner."""
        sides = (self.left, self.page_height_mm - self.bottom, self.right, self.page_height_mm - self.top)
        left, bottom, right, top = (round(side * _MM_TO_PT) for side in sides)
        return left, bottom, right, top


def signed(pdf: bytes, company: str, place: Place | None = None) -> bytes:
    """Sign a PDF for a company; without a place the signature is invisible."""
    field = fields.SigFieldSpec("Seal", on_page=place.page - 1, box=place.rectangle) if place else fields.SigFieldSpec("Seal")
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, field)
    out = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Seal"), signer=_signer(company))
    return bytes(out.getvalue())


def altered(signed_pdf: bytes, old: bytes, new: bytes) -> bytes:
    """The signed file with some of its bytes exchanged for as many others.

    Raises:
        ValueError: they are not in it, or not as many.
    """
    if len(old) != len(new) or old not in signed_pdf:
        raise ValueError("what is exchanged must be there, and be as long as what it is exchanged for")
    return signed_pdf.replace(old, new, 1)


def _signer(company: str) -> signers.SimpleSigner:
    key = rsa.generate_private_key(65537, _KEY_BITS)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, company),
            x509.NameAttribute(NameOID.COMMON_NAME, company),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_SINCE)
        .not_valid_after(_SINCE + _VALID)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    secret = b"sample"
    bundle = serialization.pkcs12.serialize_key_and_certificates(
        b"seal", key, certificate, None, serialization.BestAvailableEncryption(secret)
    )
    loaded: signers.SimpleSigner | None = signers.SimpleSigner.load_pkcs12_data(bundle, other_certs=[], passphrase=secret)
    if loaded is None:
        raise RuntimeError("the key that was just made cannot be read back")
    return loaded

"""The door for untrusted files: bytes in, guarded pages out."""

from extractors.evidence import FileProblem, ProblemKind
from extractors.files.images import open_image
from extractors.files.limits import DEFAULT_LIMITS, FileLimits
from extractors.files.opened import OpenedFile
from extractors.files.pdf import open_pdf
from extractors.files.sniff import Kind, sniff


def open_file(data: bytes, limits: FileLimits = DEFAULT_LIMITS) -> OpenedFile:
    """Open an untrusted file: decide by its content what it is, guard, and give its pages one at a time.

    Bytes that cannot be read give problems, never an exception. Native decoders run underneath that no Python code can
    interrupt: call this in a process that may be killed.
    """
    if not data:
        return _unread("empty", "文件为空（0 字节）")
    kind = sniff(data)
    if len(data) > limits.max_bytes:
        return _unread("too_large", f"{len(data)} 字节，超过 {limits.max_bytes} 字节", kind)
    if kind.format is None:
        return _unread("unsupported" if any(data) else "corrupt", kind.label, kind)
    if kind.format == "pdf":
        return open_pdf(data, limits)
    return open_image(data, kind.format, limits)


def _unread(problem: ProblemKind, detail: str, kind: Kind | None = None) -> OpenedFile:
    return OpenedFile(kind.format if kind else None, problems=(FileProblem(kind=problem, detail=detail),))

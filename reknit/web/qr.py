"""A link as a QR code: an inline SVG without a style of its own."""

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4


def draw(link: str) -> SafeString:
    """The code as one path in modules, black on white in every scheme: cameras need that."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(link)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows, QUIET) for x, dark in enumerate(row, QUIET) if dark
    )
    size = len(rows) + 2 * QUIET
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-hidden="true" focusable="false">'
        '<rect fill="#fff" width="{0}" height="{0}"/><path fill="#000" d="{1}"/></svg>',
        size,
        path,
    )

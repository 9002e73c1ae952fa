"""Where a request comes from is believed of the proxies that are counted, and of nobody else."""

import pytest
from allauth.account.adapter import get_adapter
from django.test import RequestFactory

FORGED = {"HTTP_X_FORWARDED_FOR": "192.0.2.7", "REMOTE_ADDR": "198.51.100.1"}


@pytest.mark.parametrize(("proxies", "address"), [(0, "198.51.100.1"), (1, "192.0.2.7")])
def test_a_forged_address_is_not_believed(settings, proxies: int, address: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/in", **FORGED)
    assert get_adapter(request).get_client_ip(request) == address


def test_of_two_entries_the_last_proxys_counts(settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    request = RequestFactory().get("/in", REMOTE_ADDR="198.51.100.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.7")
    assert get_adapter(request).get_client_ip(request) == "192.0.2.7"

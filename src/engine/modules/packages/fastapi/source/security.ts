/** Security, and what is left. Answers to: fastapi/security. */
export const SECURITY = String.raw`

class _SecurityBase:
    def __init__(self, *args, **kw):
        self.scheme_name = kw.get("scheme_name") or type(self).__name__
        self.auto_error = kw.get("auto_error", True)


class OAuth2PasswordBearer(_SecurityBase):
    def __init__(self, tokenUrl, **kw):
        _SecurityBase.__init__(self, **kw)
        self.tokenUrl = tokenUrl


class OAuth2PasswordRequestForm:
    pass


class OAuth2AuthorizationCodeBearer(_SecurityBase):
    pass


class HTTPBearer(_SecurityBase):
    pass


class HTTPBasic(_SecurityBase):
    pass


class APIKeyHeader(_SecurityBase):
    pass


class APIKeyQuery(_SecurityBase):
    pass


class APIKeyCookie(_SecurityBase):
    pass


class HTTPAuthorizationCredentials:
    pass


class HTTPBasicCredentials:
    pass


class SecurityScopes:
    pass


async def run_in_threadpool(func, *args, **kwargs):
    return func(*args, **kwargs)


__version__ = "0.165.0"
`;

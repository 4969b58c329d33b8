// OpenSSL's digests, for the content hash of a photo (see Docs/Decisions/0003-libraries.md).
#include <openssl/evp.h>

#ifndef SCALPLINE_IMAGE_CODECS_H
#define SCALPLINE_IMAGE_CODECS_H

#include <stddef.h>
#include <stdint.h>

/// Encodes 8-bit RGB (3 bytes a pixel, rows without gaps) as a baseline JPEG.
///
/// `chroma_halved` 1 stores chroma at half size both ways (4:2:0), 0 at full size. `icc` and `exif` may be NULL;
/// `exif` is the whole APP1 payload with its "Exif\0\0". On success returns 0 and hands over `*out`
/// (free it with slc_free); otherwise a non-zero number, and `*out` is NULL.
int slc_jpeg_encode(const uint8_t *rgb, int width, int height, int quality, int chroma_halved,
                    const uint8_t *icc, size_t icc_length, const uint8_t *exif, size_t exif_length,
                    uint8_t **out, size_t *out_length);

/// Encodes 8-bit RGB (3 bytes a pixel, rows without gaps) as a PNG. Returns as slc_jpeg_encode does.
int slc_png_encode(const uint8_t *rgb, int width, int height, uint8_t **out, size_t *out_length);

/// Makes an EXIF APP1 payload with DateTimeOriginal ("2026:03:05 10:30:00", 19 characters, or NULL for none)
/// and Orientation (1…8, or 0 for none). Returns as slc_jpeg_encode does.
int slc_exif_make(const char *date_time_original, int orientation, uint8_t **out, size_t *out_length);

/// What became of a call that reads a picture.
enum slc_status {
    SLC_OK = 0,
    SLC_TRUNCATED = 1,    ///< The bytes end (or the picture is cut off by an end marker) before its last pixel.
    SLC_CORRUPT = 2,      ///< The bytes contradict themselves.
    SLC_UNSUPPORTED = 3,  ///< A kind of picture within the format that is not read, named in `detail`.
    SLC_TOO_LARGE = 4,    ///< More scans than allowed, or a size the library cannot hold.
    SLC_NO_MEMORY = 5
};

/// Why a call failed.
typedef struct {
    int status;            ///< One of slc_status.
    double read_fraction;  ///< With SLC_TRUNCATED, the share of the picture that was there, 0…1.
    char detail[160];      ///< A short English phrase, always ended by a zero.
} slc_failure;

/// What a picture's header says. Pointers stay valid until slc_close.
typedef struct {
    uint32_t width;   ///< Pixels in a row as stored, before any orientation.
    uint32_t height;  ///< Rows as stored.
    /// Colour channels: 1 grey, 3 red green blue, 4 cyan magenta yellow black with 255 for full ink.
    uint32_t colours;
    uint32_t has_alpha;         ///< 1 where an alpha channel follows the colours (not premultiplied).
    uint32_t bytes_per_sample;  ///< 1 or 2; two bytes stand in the machine's own order.
    uint64_t working_bytes;     ///< What the decoder itself will allocate once slc_start is called.

    const uint8_t *icc;  ///< The ICC profile, or NULL.
    size_t icc_length;
    uint32_t icc_damaged;  ///< 1 where there is a profile that cannot be put together.
    const uint8_t *exif;   ///< The TIFF part of the EXIF data (without "Exif\0\0"), or NULL.
    size_t exif_length;

    uint32_t has_srgb;        ///< PNG sRGB: the numbers are sRGB.
    double gamma;             ///< PNG gAMA: exponent from linear light to the numbers, or 0.
    uint32_t has_primaries;   ///< PNG cHRM: `primaries` is given.
    double primaries[8];      ///< x and y of white, red, green, blue.
    uint32_t has_code_points; ///< PNG cICP, HEIF nclx: `code_points` is given.
    uint8_t code_points[4];   ///< Primaries, transfer, matrix, full range, as in ITU-T H.273.
    uint32_t is_upright;      ///< 1 where the rows are upright already, whatever EXIF says.
} slc_header;

/// A picture that is being read. The bytes it was opened on must outlive it.
typedef struct slc_picture slc_picture;

/// Reads the header of a JPEG, PNG, HEIC or WebP, found by its first bytes. No row is allocated.
///
/// `scan_limit` caps the scans of a progressive JPEG. On success returns SLC_OK and hands over `*out` (end with
/// slc_close); otherwise fills in `*failure`, and `*out` is NULL.
int slc_open(const uint8_t *bytes, size_t length, uint32_t scan_limit, slc_picture **out, slc_header *header,
             slc_failure *failure);

/// Has the picture come out at 1/`denominator` (2, 4 or 8) of its size, sides rounded up, and fills in the header
/// anew. Returns SLC_OK, or SLC_UNSUPPORTED for a format that cannot, whose header then stays. Before slc_start.
int slc_reduce(slc_picture *picture, uint32_t denominator, slc_header *header);

/// Allocates what decoding needs and begins; for a picture that cannot be streamed this reads all of it.
int slc_start(slc_picture *picture, slc_failure *failure);

/// Reads the next `count` rows (no more than are left) into `rows`, which holds
/// `count · width · (colours + has_alpha) · bytes_per_sample` bytes.
int slc_read_rows(slc_picture *picture, uint32_t count, void *rows, slc_failure *failure);

/// Gives back all that a picture holds; NULL is fine. May be called at any point.
void slc_close(slc_picture *picture);

/// What is read of EXIF data; all else (places, serial numbers, names) stays here.
typedef struct {
    int orientation;             ///< 1…8, or 0 where it is not given.
    char original[20];           ///< DateTimeOriginal as written, or empty.
    char digitized[20];          ///< DateTimeDigitized as written, or empty.
    char sub_seconds[12];        ///< Digits after the second of the original, or empty.
    char offset[8];              ///< Time zone of the original, as +01:00, or empty.
    char make[64];               ///< Who made the camera, or empty.
    char model[64];              ///< What its maker calls it, or empty.
    double focal_length;         ///< In millimetres, or 0.
    int flash;                   ///< EXIF's number for the flash (bit 0: it fired), or −1.
    int damaged;                 ///< 1 where the data contradict themselves.
} slc_exif;

/// Reads EXIF data (a TIFF header and its directories). Never fails: what cannot be read is left out.
void slc_exif_read(const uint8_t *tiff, size_t length, slc_exif *out);

/// One channel's curve from the file's numbers (0…1) to linear light.
typedef struct {
    /// 0: `table` of `table_length` values between which one goes in a straight line; 1…5: a formula, numbered
    /// as in Little CMS: 1 `x^g`; 2 `(ax+b)^g` above `−b/a`, else 0; 3 the same `+ c`, else `c`;
    /// 4 `(ax+b)^g` from `d` on, else `cx`; 5 `(ax+b)^g + e` from `d` on, else `cx + f`.
    int kind;
    double parameters[7];  ///< g a b c d e f.
    uint16_t *table;       ///< 65535 for full light; owned by the slc_profile.
    uint32_t table_length;
} slc_curve;

/// What an ICC profile is. Give back with slc_profile_free.
typedef struct {
    uint32_t colours;     ///< 1 grey, 3 red green blue, 4 cyan magenta yellow black, 0 anything else.
    uint32_t is_matrix;   ///< 1 for three curves and a matrix and nothing else.
    double colorants[9];  ///< With `is_matrix`: XYZ (D50) of red, of green, of blue.
    slc_curve curves[3];  ///< With `is_matrix`.
} slc_profile;

/// Reads an ICC profile. Returns 0 and fills in `*out`, or non-zero for a profile that is damaged or of no use.
int slc_profile_read(const uint8_t *icc, size_t length, slc_profile *out);

/// Gives back the tables of a profile.
void slc_profile_free(slc_profile *profile);

/// A way from a profile's numbers to light, relative colorimetric, without clipping, by Little CMS.
typedef struct slc_transform slc_transform;

/// Makes a transform from a profile of 1, 3 or 4 colours to XYZ (D50) with `to_xyz` 1, to linear sRGB (D65) with 0.
/// The way to XYZ is faster, and calls no `pow` on its last step. Returns 0 and hands over `*out`, or non-zero.
int slc_transform_make(const uint8_t *icc, size_t length, uint32_t colours, int to_xyz, slc_transform **out);

/// Converts `count` pixels from `from` (`colours` numbers of 0…1 each, 1 for full ink) to `to` (3 each).
/// A result that is no finite number becomes 0.
void slc_transform_run(const slc_transform *transform, const float *from, float *to, uint32_t count);

/// Gives back a transform; NULL is fine.
void slc_transform_free(slc_transform *transform);

/// The libraries that read pictures and tell their versions; libexif does not.
enum slc_library {
    SLC_LIBRARY_JPEG = 0,  ///< As compiled against; the others tell what is loaded.
    SLC_LIBRARY_PNG = 1,
    SLC_LIBRARY_HEIF = 2,
    SLC_LIBRARY_WEBP = 3,
    SLC_LIBRARY_LCMS = 4
};

/// Writes a library's version ("2.1.5") to `text`, cut to `room` bytes with a zero at the end. Returns its length.
int slc_library_version(enum slc_library library, char *text, size_t room);

/// Gives back memory that one of these functions handed over; NULL is fine.
void slc_free(void *memory);

#endif

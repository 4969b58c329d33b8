#include "heif_boxes.h"

#include <string.h>

// More of either than these are not told apart.
enum { MOST_PROPERTIES = 1024, MOST_PARTS = 1024 };

// Ids of the items that the primary item is made of, as they lie in the file.
struct parts {
    const uint8_t *ids;
    unsigned width;  // bytes of an id
    uint32_t count;
};

struct box {
    const uint8_t *body;
    size_t length;
    char type[4];
    int is_cut;        // the box says that it is longer than what is there
    uint64_t claimed;  // bytes of the body as the box says
};

static uint64_t number(const uint8_t *at, unsigned width) {
    uint64_t value = 0;
    for (unsigned i = 0; i < width; i++) value = value << 8 | at[i];
    return value;
}

static int is(const struct box *box, const char *type) {
    return memcmp(box->type, type, 4) == 0;
}

// Takes the next box from `*at`; returns 0 at the end or where no box can stand.
static int next_box(const uint8_t **at, size_t *left, struct box *out) {
    if (*left < 8) return 0;
    uint64_t size = number(*at, 4);
    size_t head = 8;
    memcpy(out->type, *at + 4, 4);
    if (size == 1) {
        if (*left < 16) return 0;
        size = number(*at + 8, 8);
        head = 16;
    } else if (size == 0) {
        size = *left;
    }
    if (size < head) return 0;
    out->is_cut = size > *left;
    out->claimed = size - head;
    size_t here = out->is_cut ? *left : (size_t)size;
    out->body = *at + head;
    out->length = here - head;
    *at += here;
    *left -= here;
    return 1;
}

// Finds the first child of a type within `length` bytes.
static int find(const uint8_t *bytes, size_t length, const char *type, struct box *out) {
    while (next_box(&bytes, &length, out)) {
        if (is(out, type)) return 1;
    }
    return 0;
}

// Item entries of version 2 and later (ISO/IEC 14496-12, 8.11.6): an id of 2 or 4 bytes, 2 of protection, a type.
static int read_entry(const struct box *entry, uint64_t *id, const char **type) {
    unsigned width = entry->length > 0 && entry->body[0] >= 3 ? 4 : 2;
    if (entry->length < 4 + width + 2 + 4 || entry->body[0] < 2) return 0;
    *id = number(entry->body + 4, width);
    *type = (const char *)entry->body + 4 + width + 2;
    return 1;
}

static int type_of_item(const struct box *items, uint64_t wanted, const char **type) {
    size_t head = items->length > 0 && items->body[0] == 0 ? 6 : 8;
    if (items->length < head) return 0;
    const uint8_t *at = items->body + head;
    size_t left = items->length - head;
    struct box entry;
    uint64_t id;
    while (next_box(&at, &left, &entry)) {
        if (is(&entry, "infe") && read_entry(&entry, &id, type) && id == wanted) return 1;
    }
    return 0;
}

static int is_hevc(const char *type) {
    return memcmp(type, "hvc1", 4) == 0 || memcmp(type, "hev1", 4) == 0;
}

static void read_kinds(const struct box *items, struct heif_facts *out) {
    size_t head = items->length > 0 && items->body[0] == 0 ? 6 : 8;
    if (items->length < head) return;
    const uint8_t *at = items->body + head;
    size_t left = items->length - head;
    struct box entry;
    uint64_t id;
    const char *type;
    while (next_box(&at, &left, &entry)) {
        if (!is(&entry, "infe") || !read_entry(&entry, &id, &type)) continue;
        if (is_hevc(type)) out->has_hevc = 1;
        if (memcmp(type, "av01", 4) == 0) out->has_av1 = 1;
    }
}

// HEVCDecoderConfigurationRecord (ISO/IEC 14496-15, 8.3.3.1): 22 bytes, then arrays of NAL units. Returns the pixels
// of the largest coded picture.
static uint64_t read_configuration(const struct box *box, int *is_damaged, struct heif_facts *out) {
    enum { HEAD = 22, SEQUENCE_PARAMETERS = 33 };
    uint64_t largest = 0;
    if (box->length < HEAD + 1) return 0;
    unsigned arrays = box->body[HEAD];
    size_t at = HEAD + 1;
    for (unsigned i = 0; i < arrays && box->length - at >= 3; i++) {
        unsigned type = box->body[at] & 0x3F;
        unsigned count = (unsigned)number(box->body + at + 1, 2);
        at += 3;
        for (unsigned j = 0; j < count && box->length - at >= 2; j++) {
            size_t size = (size_t)number(box->body + at, 2);
            at += 2;
            if (size > box->length - at) return largest;
            uint32_t chroma;
            uint64_t width, height;
            int damaged = 0;
            if (type == SEQUENCE_PARAMETERS
                && !slc_hevc_size(box->body + at, size, &chroma, &width, &height, &damaged)) {
                if (damaged) *is_damaged = 1;
                uint64_t area = width > UINT32_MAX || height > UINT32_MAX ? UINT64_MAX / 64 : width * height;
                if (area > UINT64_MAX / 64) area = UINT64_MAX / 64;
                if (area > largest) largest = area;
                if (chroma == 3) out->full_chroma = 1;
            }
            at += size;
        }
    }
    return largest;
}

// The properties that items may share (ISO/IEC 23008-12, 9.3.1), as far as they matter here. They count from 1.
struct properties {
    uint64_t coded_area[MOST_PROPERTIES + 1];
    uint8_t is_turn[MOST_PROPERTIES + 1];
    uint8_t is_damaged[MOST_PROPERTIES + 1];
};

static void read_properties(const struct box *container, struct properties *properties, struct heif_facts *out) {
    const uint8_t *at = container->body;
    size_t left = container->length;
    struct box property;
    for (unsigned i = 1; next_box(&at, &left, &property); i++) {
        int is_turn = is(&property, "irot") || is(&property, "imir");
        int is_damaged = 0;
        uint64_t area = is(&property, "hvcC") ? read_configuration(&property, &is_damaged, out) : 0;
        if (area > out->largest_coded_area) out->largest_coded_area = area;
        if (i > MOST_PROPERTIES) continue;
        properties->coded_area[i] = area;
        properties->is_turn[i] = (uint8_t)is_turn;
        properties->is_damaged[i] = (uint8_t)is_damaged;
    }
}

static int is_part(const struct parts *parts, uint64_t id) {
    for (uint32_t i = 0; i < parts->count; i++) {
        if (number(parts->ids + i * parts->width, parts->width) == id) return 1;
    }
    return 0;
}

// Which properties the primary item and its parts have (ItemPropertyAssociation, ISO/IEC 23008-12, 9.3.1).
static void read_associations(const struct box *box, const struct properties *properties, uint64_t primary,
                              const struct parts *parts, struct heif_facts *out) {
    // Looking many parts up for many items would take long: the largest coded picture of all then counts.
    enum { MOST_ITEMS = 65536 };
    if (box->length < 8) return;
    unsigned id_width = box->body[0] < 1 ? 2 : 4;
    unsigned index_width = box->body[3] & 1 ? 2 : 1;
    uint64_t left = number(box->body + 4, 4);
    if (parts->count > MOST_PARTS || left > MOST_ITEMS) out->largest_part_area = out->largest_coded_area;
    size_t at = 8;
    for (; left > 0 && box->length - at >= id_width + 1; left--) {
        uint64_t id = number(box->body + at, id_width);
        size_t count = box->body[at + id_width];
        at += id_width + 1;
        if (count * index_width > box->length - at) return;
        uint64_t area = 0;
        int has_turn = 0, is_damaged = 0;
        for (size_t i = 0; i < count; i++) {
            // The highest bit says whether a reader must know the property.
            size_t index = (size_t)number(box->body + at + i * index_width, index_width);
            index &= index_width == 2 ? 0x7FFF : 0x7F;
            uint64_t coded = index > MOST_PROPERTIES ? out->largest_coded_area : properties->coded_area[index];
            if (coded > area) area = coded;
            if (index <= MOST_PROPERTIES && properties->is_turn[index]) has_turn = 1;
            if (index <= MOST_PROPERTIES && properties->is_damaged[index]) is_damaged = 1;
        }
        at += count * index_width;
        if (id == primary && has_turn) out->has_turn = 1;
        if (is_damaged && (id == primary || is_part(parts, id))) out->is_damaged = 1;
        if (area > out->largest_part_area && is_part(parts, id)) out->largest_part_area = area;
    }
}

// References of kind "dimg" (ISO/IEC 14496-12, 8.11.12): what the primary item is made of.
static void read_tiles(const struct box *references, const struct box *items, uint64_t primary,
                       struct parts *parts, struct heif_facts *out) {
    if (references->length < 4) return;
    unsigned width = references->body[0] == 0 ? 2 : 4;
    const uint8_t *at = references->body + 4;
    size_t left = references->length - 4;
    struct box box;
    while (next_box(&at, &left, &box)) {
        if (!is(&box, "dimg") || box.length < width + 2 || number(box.body, width) != primary) continue;
        uint32_t count = (uint32_t)number(box.body + width, 2);
        if ((box.length - width - 2) / width < count) continue;
        *parts = (struct parts){box.body + width + 2, width, count};
        out->tiles = count;
        out->tiles_are_hevc = 1;
        uint64_t previous = UINT64_MAX;
        int looked_up = 0;
        for (uint32_t i = 0; i < count; i++) {
            uint64_t id = number(parts->ids + i * width, width);
            const char *type;
            if (id == previous) continue;
            previous = id;
            // Looking each of many tiles up among many items would take long: the first hundreds must do.
            if (++looked_up > MOST_PARTS) break;
            if (!type_of_item(items, id, &type) || !is_hevc(type)) out->tiles_are_hevc = 0;
        }
        return;
    }
}

static void read_meta(const struct box *meta, struct heif_facts *out) {
    if (meta->length < 4) return;
    const uint8_t *children = meta->body + 4;
    size_t length = meta->length - 4;
    struct box box, items;
    uint64_t primary = 0;
    if (find(children, length, "pitm", &box) && box.length >= 6) {
        primary = number(box.body + 4, box.body[0] == 0 || box.length < 8 ? 2 : 4);
    }
    if (!find(children, length, "iinf", &items)) return;
    read_kinds(&items, out);
    const char *type;
    if (type_of_item(&items, primary, &type)) memcpy(out->primary_type, type, 4);
    struct parts parts = {NULL, 0, 0};
    if (find(children, length, "iref", &box)) read_tiles(&box, &items, primary, &parts, out);
    if (!find(children, length, "iprp", &box)) return;
    struct properties properties;
    memset(&properties, 0, sizeof properties);
    struct box child;
    if (find(box.body, box.length, "ipco", &child)) read_properties(&child, &properties, out);
    const uint8_t *at = box.body;
    size_t left = box.length;
    while (next_box(&at, &left, &child)) {
        if (is(&child, "ipma")) read_associations(&child, &properties, primary, &parts, out);
    }
}

void slc_heif_facts(const uint8_t *bytes, size_t length, struct heif_facts *out) {
    memset(out, 0, sizeof *out);
    const uint8_t *at = bytes;
    size_t left = length;
    struct box box;
    int saw_meta = 0, saw_data = 0;
    memset(&box, 0, sizeof box);
    while (next_box(&at, &left, &box)) {
        if (is(&box, "meta") && !saw_meta) {
            saw_meta = 1;
            if (box.is_cut) out->is_cut = 1;
            read_meta(&box, out);
        } else if (is(&box, "mdat")) {
            saw_data = 1;
            if (box.is_cut) {
                out->is_cut = 1;
                out->read_fraction = (double)box.length / (double)box.claimed;
            }
        }
    }
    // What follows the picture data may be anything; what comes before must be whole.
    if (!saw_meta || (!saw_data && (left > 0 || box.is_cut))) out->is_cut = 1;
}

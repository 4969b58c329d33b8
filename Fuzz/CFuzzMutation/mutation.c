#include "CFuzzMutation.h"

#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

enum { MOST_PARTS = 256 };
enum kind { PLAIN, JPEG, PNG, RIFF, ISO };

struct part {
    size_t start;   // of its head
    size_t length;  // head and tail included
    size_t body;
};

struct parts {
    struct part at[MOST_PARTS];
    unsigned count;
};

static uint32_t next(uint32_t *state) {
    // xorshift32 (Marsaglia, 2003).
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static uint32_t big(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static enum kind kind_of(const uint8_t *data, size_t size) {
    if (size >= 4 && data[0] == 0xFF && data[1] == 0xD8) return JPEG;
    if (size >= 8 && memcmp(data, "\x89PNG", 4) == 0) return PNG;
    if (size >= 12 && memcmp(data, "RIFF", 4) == 0) return RIFF;
    if (size >= 12 && memcmp(data + 4, "ftyp", 4) == 0) return ISO;
    return PLAIN;
}

static void add(struct parts *parts, size_t start, size_t length, size_t body) {
    if (parts->count < MOST_PARTS) parts->at[parts->count++] = (struct part){start, length, body};
}

static void find_boxes(const uint8_t *data, size_t start, size_t end, int depth, struct parts *parts) {
    static const char *const holders[] = {"meta", "iprp", "ipco", "iinf", "iref"};
    static const size_t heads[] = {4, 0, 0, 6, 4};
    while (end - start >= 8) {
        size_t size = big(data + start);
        if (size < 8 || size > end - start) return;
        add(parts, start, size, start + 8);
        for (int i = 0; i < 5; i++) {
            if (depth < 4 && memcmp(data + start + 4, holders[i], 4) == 0 && size >= 8 + heads[i]) {
                find_boxes(data, start + 8 + heads[i], start + size, depth + 1, parts);
            }
        }
        start += size;
    }
}

static void find_parts(enum kind kind, const uint8_t *data, size_t size, struct parts *parts) {
    size_t at = kind == JPEG ? 2 : kind == PNG ? 8 : 12;
    if (kind == ISO) find_boxes(data, 0, size, 0, parts);
    while (kind != ISO && at + 12 <= size) {
        size_t length;
        if (kind == JPEG) {
            if (data[at] != 0xFF) return;
            length = 2 + ((size_t)data[at + 2] << 8 | data[at + 3]);
        } else if (kind == PNG) {
            length = 12 + (size_t)big(data + at);
        } else {
            length = 8 + ((size_t)data[at + 7] << 24 | (size_t)data[at + 6] << 16 | (size_t)data[at + 5] << 8
                          | data[at + 4]);
        }
        if (length > size - at) return;
        add(parts, at, length, at + (kind == JPEG ? 4 : 8));
        at += length + (kind == RIFF ? length & 1 : 0);
    }
}

static void mend_check_sums(uint8_t *data, size_t size) {
    struct parts parts = {.count = 0};
    find_parts(PNG, data, size, &parts);
    for (unsigned i = 0; i < parts.count; i++) {
        size_t count = parts.at[i].length - 8;
        uint8_t *at = data + parts.at[i].start + 4;
        uint32_t sum = 0xFFFFFFFF;
        for (size_t j = 0; j < count; j++) {
            sum ^= at[j];
            for (int bit = 0; bit < 8; bit++) sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
        sum = ~sum;
        for (int j = 0; j < 4; j++) at[count + (size_t)j] = (uint8_t)(sum >> (24 - 8 * j));
    }
}

static size_t change_part(uint8_t *data, size_t size, size_t most, const struct parts *parts, uint32_t *random) {
    static const uint8_t edges[] = {0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF};
    struct part part = parts->at[next(random) % parts->count];
    size_t body = part.start + part.length > part.body ? part.start + part.length - part.body : 0;
    switch (next(random) % 5) {
        case 0:  // its length or name
            data[part.start + next(random) % (part.body - part.start)] = edges[next(random) % sizeof edges];
            return size;
        case 1:  // a number in it
            if (body > 0) data[part.body + next(random) % body] = edges[next(random) % sizeof edges];
            return size;
        case 2:  // twice
            if (part.length > most - size) return size;
            memmove(data + part.start + part.length, data + part.start, size - part.start);
            return size + part.length;
        case 3:  // gone
            memmove(data + part.start, data + part.start + part.length, size - part.start - part.length);
            return size - part.length;
        default:  // its body by chance
            if (body > 0) LLVMFuzzerMutate(data + part.body, body, body);
            return size;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed) {
    uint32_t random = seed * 2654435761u | 1;
    enum kind kind = kind_of(data, size);
    struct parts parts = {.count = 0};
    if (kind != PLAIN) find_parts(kind, data, size, &parts);
    if (parts.count > 0 && next(&random) & 1) {
        size = change_part(data, size, most, &parts, &random);
    } else {
        size = LLVMFuzzerMutate(data, size, most);
    }
    if (kind == PNG && size >= 8) mend_check_sums(data, size);
    return size;
}

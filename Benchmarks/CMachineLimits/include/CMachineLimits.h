#ifndef SCALPLINE_MACHINE_LIMITS_H
#define SCALPLINE_MACHINE_LIMITS_H

/// Additions of whole numbers, each on the last one's result: one a cycle. Runs 64 of them a round.
void sml_dependent_adds(long rounds);

/// Divisions of Floats that do not wait for each other, in registers of 128, 256 or 512 bits that the processor must have.
/// Runs 8 of them a round.
void sml_divisions(int bits, long rounds);

/// Square roots likewise.
void sml_roots(int bits, long rounds);

/// Reads `bytes`, a multiple of 512, from one place on or from 4 places at once, and gives back what keeps the work from
/// being left out.
unsigned long sml_read(const void *start, unsigned long bytes, int streams);

#endif

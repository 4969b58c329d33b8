#ifndef SCALPLINE_PROCESSOR_H
#define SCALPLINE_PROCESSOR_H

/// How wide the registers are that this processor and its system let programs use.
enum slc_instruction_set {
    SLC_BASELINE = 0,  ///< What every processor of the architecture has: SSE2 or NEON.
    SLC_AVX2 = 1,
    SLC_AVX512 = 2  ///< AVX-512 F, BW, DQ and VL.
};

/// The widest of ``slc_instruction_set`` that this processor runs.
int slc_widest_instruction_set(void);

/// Has the process keep the memory that it gives back to itself, up to `bytes`: planes of a photo are taken and given back
/// all the time, and each page that comes from the system costs a call and is cleared first.
void slc_keep_memory(unsigned long bytes);

/// Gives memory that was freed, and that the process keeps for later, back to the system.
void slc_release_freed_memory(void);

/// The environment's value of a name, or NULL; stays valid while the environment is not changed.
const char *slc_environment(const char *name);

#endif

#include "CImageCodecs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lcms2.h>

static const size_t LARGEST_PROFILE = 16 * 1024 * 1024;

struct slc_transform {
    cmsContext context;
    cmsHTRANSFORM transform;
    uint32_t colours;
};

static void stay_silent(cmsContext context, cmsUInt32Number code, const char *text) {
    (void)context;
    (void)code;
    (void)text;
}

static uint32_t colours_of(cmsHPROFILE profile) {
    switch (cmsGetDeviceClass(profile)) {
        case cmsSigInputClass:
        case cmsSigDisplayClass:
        case cmsSigOutputClass:
        case cmsSigColorSpaceClass: break;
        default: return 0;
    }
    switch (cmsGetColorSpace(profile)) {
        case cmsSigGrayData: return 1;
        case cmsSigRgbData: return 3;
        case cmsSigCmykData: return 4;
        default: return 0;
    }
}

static int has_lookup(cmsHPROFILE profile) {
    static const cmsTagSignature tags[] = {cmsSigAToB0Tag, cmsSigAToB1Tag, cmsSigAToB2Tag, cmsSigDToB0Tag,
                                           cmsSigDToB1Tag, cmsSigDToB2Tag};
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        if (cmsIsTag(profile, tags[i])) return 1;
    }
    return 0;
}

static int copy_curve(const cmsToneCurve *curve, slc_curve *out) {
    int kind = cmsGetToneCurveParametricType(curve);
    if (kind < 0 || kind > 5) return 1;
    out->kind = kind;
    if (kind > 0) {
        const cmsFloat64Number *parameters = cmsGetToneCurveParams(curve);
        if (!parameters) return 1;
        for (int i = 0; i < 7; i++) {
            out->parameters[i] = parameters[i];
            if (!isfinite(parameters[i])) return 1;
        }
        return 0;
    }
    out->table_length = cmsGetToneCurveEstimatedTableEntries(curve);
    const cmsUInt16Number *table = cmsGetToneCurveEstimatedTable(curve);
    if (!table || out->table_length < 2 || out->table_length > 65536) return 1;
    out->table = malloc(out->table_length * sizeof *out->table);
    if (!out->table) return 1;
    memcpy(out->table, table, out->table_length * sizeof *out->table);
    return 0;
}

static void read_matrix(cmsHPROFILE profile, slc_profile *out) {
    static const cmsTagSignature colorants[3] = {cmsSigRedColorantTag, cmsSigGreenColorantTag,
                                                 cmsSigBlueColorantTag};
    static const cmsTagSignature curves[3] = {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
    if (cmsGetPCS(profile) != cmsSigXYZData || has_lookup(profile)) return;
    for (int i = 0; i < 3; i++) {
        const cmsCIEXYZ *xyz = cmsReadTag(profile, colorants[i]);
        const cmsToneCurve *curve = cmsReadTag(profile, curves[i]);
        if (!xyz || !curve || copy_curve(curve, &out->curves[i])) return;
        out->colorants[3 * i] = xyz->X;
        out->colorants[3 * i + 1] = xyz->Y;
        out->colorants[3 * i + 2] = xyz->Z;
    }
    out->is_matrix = 1;
}

int slc_profile_read(const uint8_t *icc, size_t length, slc_profile *out) {
    memset(out, 0, sizeof *out);
    if (length < 128 || length > LARGEST_PROFILE) return 1;
    cmsContext context = cmsCreateContext(NULL, NULL);
    if (!context) return 1;
    cmsSetLogErrorHandlerTHR(context, stay_silent);
    cmsHPROFILE profile = cmsOpenProfileFromMemTHR(context, icc, (cmsUInt32Number)length);
    if (profile) {
        out->colours = colours_of(profile);
        if (out->colours == 3) read_matrix(profile, out);
        cmsCloseProfile(profile);
    }
    cmsDeleteContext(context);
    return out->colours == 0;
}

void slc_profile_free(slc_profile *profile) {
    for (int i = 0; i < 3; i++) {
        free(profile->curves[i].table);
        profile->curves[i].table = NULL;
    }
}

static cmsHPROFILE linear_srgb(cmsContext context) {
    // IEC 61966-2-1: D65 and the primaries of ITU-R BT.709.
    const cmsCIExyY white = {0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    cmsToneCurve *straight = cmsBuildGamma(context, 1);
    if (!straight) return NULL;
    cmsToneCurve *curves[3] = {straight, straight, straight};
    cmsHPROFILE profile = cmsCreateRGBProfileTHR(context, &white, &primaries, curves);
    cmsFreeToneCurve(straight);
    return profile;
}

int slc_transform_make(const uint8_t *icc, size_t length, uint32_t colours, int to_xyz, slc_transform **out) {
    *out = NULL;
    if (length < 128 || length > LARGEST_PROFILE) return 1;
    slc_transform *made = calloc(1, sizeof *made);
    if (!made) return 1;
    made->colours = colours;
    made->context = cmsCreateContext(NULL, NULL);
    if (!made->context) {
        free(made);
        return 1;
    }
    cmsSetLogErrorHandlerTHR(made->context, stay_silent);
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(made->context, icc, (cmsUInt32Number)length);
    cmsHPROFILE to = to_xyz ? cmsCreateXYZProfileTHR(made->context) : linear_srgb(made->context);
    if (from && to && colours_of(from) == colours) {
        cmsUInt32Number format = colours == 1 ? TYPE_GRAY_FLT : colours == 3 ? TYPE_RGB_FLT : TYPE_CMYK_FLT;
        made->transform = cmsCreateTransformTHR(made->context, from, format, to, to_xyz ? TYPE_XYZ_FLT : TYPE_RGB_FLT,
                                                INTENT_RELATIVE_COLORIMETRIC,
                                                cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
    }
    if (from) cmsCloseProfile(from);
    if (to) cmsCloseProfile(to);
    if (!made->transform) {
        slc_transform_free(made);
        return 1;
    }
    *out = made;
    return 0;
}

void slc_transform_run(const slc_transform *transform, const float *from, float *to, uint32_t count) {
    if (transform->colours == 4) {
        // Little CMS counts ink in percent.
        float ink[4 * 256];
        for (uint32_t done = 0; done < count;) {
            uint32_t now = count - done < 256 ? count - done : 256;
            for (uint32_t i = 0; i < 4 * now; i++) ink[i] = from[4 * done + i] * 100;
            cmsDoTransform(transform->transform, ink, to + 3 * done, now);
            done += now;
        }
    } else {
        cmsDoTransform(transform->transform, from, to, count);
    }
    for (uint32_t i = 0; i < 3 * count; i++) {
        if (!isfinite(to[i])) to[i] = 0;
    }
}

void slc_transform_free(slc_transform *transform) {
    if (!transform) return;
    if (transform->transform) cmsDeleteTransform(transform->transform);
    cmsDeleteContext(transform->context);
    free(transform);
}

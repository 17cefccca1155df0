"""Makes a tiny Whisper model of random weights in the folder that is named.

It needs the extra `speech`. What it hears is nonsense; it shows that a model in a folder is read
and run without any network.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WIDTH, _HEADS, _LAYERS, _INNER = 64, 2, 1, 128
_BANDS, _MOMENTS, _TOKENS = 80, 1500, 448
_CHANCE = np.random.default_rng(1)


def main() -> int:
    """Write model, vocabulary and tokenizer into the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer, languages = _tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    whisper = import_module("ctranslate2.specs.whisper_spec")
    spec = whisper.WhisperSpec(_LAYERS, _HEADS, _LAYERS, _HEADS)
    _fill(spec, tokenizer.get_vocab_size())
    spec.config.suppress_ids, spec.config.suppress_ids_begin = [], []
    spec.config.lang_ids = [tokenizer.token_to_id(each) for each in languages]
    spec.config.alignment_heads = [[0, 0]]
    vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda pair: pair[1])
    spec.register_vocabulary([token for token, _ in vocabulary])
    spec.validate()
    spec.save(str(folder))
    return 0


def _tokenizer() -> tuple[Any, list[str]]:
    tokenizers = import_module("tokenizers")
    levels = tokenizers.pre_tokenizers.ByteLevel
    letters = {letter: number for number, letter in enumerate(sorted(levels.alphabet()))}
    made = tokenizers.Tokenizer(tokenizers.models.BPE(vocab=letters, merges=[]))
    made.pre_tokenizer = levels(add_prefix_space=False)
    made.decoder = tokenizers.decoders.ByteLevel()
    codes = import_module("faster_whisper.tokenizer")._LANGUAGE_CODES
    languages = [f"<|{code}|>" for code in codes]
    tasks = ("translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps")
    moments = [f"<|{number * 0.02:.2f}|>" for number in range(_MOMENTS + 1)]
    special = ["<|endoftext|>", "<|startoftranscript|>", *languages]
    made.add_special_tokens([*special, *(f"<|{task}|>" for task in tasks), *moments])
    return made, languages


def _fill(spec: Any, tokens: int) -> None:
    encoder, decoder = spec.encoder, spec.decoder
    for layer, inputs in ((encoder.conv1, _BANDS), (encoder.conv2, _WIDTH)):
        layer.weight, layer.bias = _random(_WIDTH, inputs, 3), np.zeros(_WIDTH, np.float32)
    encoder.position_encodings.encodings = _random(_MOMENTS, _WIDTH)
    decoder.position_encodings.encodings = _random(_TOKENS, _WIDTH)
    decoder.embeddings.weight = decoder.projection.weight = _random(tokens, _WIDTH)
    for part in (encoder, decoder):
        _fill_norm(part.layer_norm)
        for layer in part.layer:
            _fill_layer(layer)


def _fill_layer(layer: Any) -> None:
    _fill_attention(layer.self_attention, (3 * _WIDTH, _WIDTH))
    if hasattr(layer, "attention"):
        _fill_attention(layer.attention, (_WIDTH, 2 * _WIDTH, _WIDTH))
    _fill_norm(layer.ffn.layer_norm)
    _fill_linear(layer.ffn.linear_0, _INNER, _WIDTH)
    _fill_linear(layer.ffn.linear_1, _WIDTH, _INNER)


def _fill_attention(attention: Any, widths: tuple[int, ...]) -> None:
    _fill_norm(attention.layer_norm)
    for linear, width in zip(attention.linear, widths, strict=True):
        _fill_linear(linear, width, _WIDTH)


def _fill_linear(linear: Any, width: int, inputs: int) -> None:
    linear.weight, linear.bias = _random(width, inputs), np.zeros(width, np.float32)


def _fill_norm(norm: Any) -> None:
    norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _random(*shape: int) -> NDArray[np.float32]:
    return (_CHANCE.standard_normal(shape) * 0.2).astype(np.float32)


if __name__ == "__main__":
    sys.exit(main())

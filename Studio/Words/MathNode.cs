namespace TemporalVideo.Studio.Words;

/// <summary>A part of a formula.</summary>
internal abstract record MathNode
{
    /// <summary>Words as they are.</summary>
    public sealed record Said(string Words, bool IsNumber = false) : MathNode;

    /// <summary>An operator or relation.</summary>
    public sealed record Sign(string Words) : MathNode;

    /// <summary>Parts one after the other.</summary>
    public sealed record Row(IReadOnlyList<MathNode> Parts) : MathNode;

    /// <summary>In brackets.</summary>
    public sealed record Group(MathNode Inner) : MathNode;

    /// <summary>Raised.</summary>
    public sealed record Power(MathNode Base, MathNode Exponent) : MathNode;

    /// <summary>With an index.</summary>
    public sealed record Index(MathNode Base, MathNode Number) : MathNode;

    /// <summary>A function to a base, as a logarithm.</summary>
    public sealed record ToBase(MathNode Function, MathNode Number) : MathNode;

    /// <summary>A fraction.</summary>
    public sealed record Fraction(MathNode Over, MathNode Under) : MathNode;

    /// <summary>A root; a null degree is the square root.</summary>
    public sealed record Root(MathNode Inner, MathNode? Degree) : MathNode;

    /// <summary>A function of something.</summary>
    public sealed record Call(MathNode Function, MathNode Argument) : MathNode;

    /// <summary>A phrase with one place, by its name.</summary>
    public sealed record Phrase(string Name, MathNode Inner) : MathNode;

    /// <summary>A sum, product or integral with its bounds.</summary>
    public sealed record Bounded(string Words, MathNode? From, MathNode? To) : MathNode;
}

namespace TemporalVideo.TypeScript.Tests.Servers;

/// <summary>Whose worker runs a scenario's workflows.</summary>
public enum Language
{
    /// <summary>The official TypeScript SDK.</summary>
    TypeScript,

    /// <summary>The SDK of this repository.</summary>
    CSharp,
}

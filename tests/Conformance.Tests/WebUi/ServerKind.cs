namespace TemporalVideo.Conformance.Tests.WebUi;

/// <summary>Behind which server the pages stand.</summary>
public enum ServerKind
{
    Embedded,
    Real,
}

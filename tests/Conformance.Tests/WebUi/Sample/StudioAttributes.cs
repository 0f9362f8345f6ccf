using Temporalio.Common;

namespace TemporalVideo.Conformance.Tests.WebUi.Sample;

/// <summary>Search attributes of the studio.</summary>
public static class StudioAttributes
{
    public static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.CreateKeyword("Stage");
}

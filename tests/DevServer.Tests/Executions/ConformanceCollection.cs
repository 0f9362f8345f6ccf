namespace TemporalVideo.DevServer.Tests.Executions;

/// <summary>The conformance tests share their servers.</summary>
[CollectionDefinition(nameof(ConformanceCollection))]
public sealed class ConformanceCollection : ICollectionFixture<BothServers>;

using TemporalVideo.Tests.Support;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>One PostgreSQL for all tests, where it is found; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;
    private SkipException? _reason;

    internal bool IsAvailable => _server is not null;

    /// <summary>Why there is none.</summary>
    internal string? Reason => _reason?.Message;

    /// <summary>The server.</summary>
    /// <exception cref="SkipException">There is none.</exception>
    internal PostgresServer Server => _server ?? throw _reason!;

    public async Task InitializeAsync()
    {
        try
        {
            _server = await PostgresServer.StartAsync();
        }
        catch (SkipException reason)
        {
            _reason = reason;
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

[CollectionDefinition(nameof(PostgresFixture))]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>;

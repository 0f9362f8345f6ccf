using Google.Protobuf;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Namespaces;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Tests.Clients;
using TemporalVideo.DevServer.Visibility;
using TemporalVideo.DevServer.Visibility.Filters;

namespace TemporalVideo.DevServer.Tests.Visibility;

public sealed class VisibilityStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Database _database = Database.Open(null);
    private readonly VisibilityStore _store;
    private readonly SearchAttributeRegistry _attributes;
    private readonly VisibilityQueries _queries;
    private readonly NamespaceRegistry _namespaces;

    public VisibilityStoreTests()
    {
        _store = new VisibilityStore(_database);
        _attributes = new SearchAttributeRegistry(_database);
        _namespaces = new NamespaceRegistry(_database);
        _queries = new VisibilityQueries(_namespaces, _attributes, _store);
    }

    public async Task InitializeAsync()
    {
        await _namespaces.AddAsync(new NamespaceRecord { Name = "n", Id = "id", Retention = TimeSpan.FromDays(1) });
        await _attributes.AddAsync("n", EmbeddedFixture.Attributes);
        await AddAsync("a", WorkflowExecutionStatus.Running, 0, ("Kw", "\"red\""), ("Num", "1"), ("Flag", "true"),
            ("Tags", "[\"x\",\"y\"]"));
        await AddAsync("b", WorkflowExecutionStatus.Completed, 1, ("Kw", "\"green\""), ("Num", "2"), ("Flag", "false"),
            ("Txt", "\"The quick, brown fox\""));
        await AddAsync("c", WorkflowExecutionStatus.Failed, 2, ("Num", "[3]"), ("Dbl", "1.5"), ("At", "\"2026-02-03T04:05:06.123456789Z\""),
            ("Tags", "[\"y\"]"));
        await AddAsync("it's", WorkflowExecutionStatus.ContinuedAsNew, 3);
        await AddAsync("hidden", WorkflowExecutionStatus.Running, 4, ("TemporalNamespaceDivision", "\"TemporalScheduler\""));
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("", "a it's c b")]
    [InlineData("WorkflowType = 'T' AND ExecutionStatus = 'Running'", "a")]
    [InlineData("ExecutionStatus = 2 OR ExecutionStatus = \"Failed\";", "c b")]
    [InlineData("`WorkflowId` = 'it''s'", "it's")]
    [InlineData("WorkflowId STARTS_WITH 'i'", "it's")]
    [InlineData("WorkflowId NOT STARTS_WITH 'i'", "a c b")]
    [InlineData("WorkflowId BETWEEN 'a' AND 'b'", "a b")]
    [InlineData("WorkflowId NOT BETWEEN 'a' AND 'b'", "it's c")]
    [InlineData("NOT (WorkflowId = 'a' OR WorkflowId <> 'b')", "b")]
    [InlineData("not WorkflowId='a' and Num is not null", "c b")]
    [InlineData("StartTime >= '2026-01-02T03:05:05Z' AND StartTime < '2026-01-02T04:06:05+01:00'", "b")]
    [InlineData("CloseTime IS NULL", "a")]
    [InlineData("ExecutionDuration > '5s'", "it's c b")]
    [InlineData("ExecutionDuration = 3600000000000", "it's c b")]
    [InlineData("ExecutionDuration = '01:00:00'", "it's c b")]
    [InlineData("TemporalNamespaceDivision = 'TemporalScheduler'", "hidden")]
    [InlineData("TemporalNamespaceDivision IS NULL OR WorkflowId='hidden'", "hidden a it's c b")]
    public void C185_SystemAttributes_SelectRuns(string query, string expected) => Select(query).Should().Be(expected);

    [Theory]
    [InlineData("Kw = 'red'", "a")]
    [InlineData("Kw != 'red'", "b")]
    [InlineData("Kw IN ('red', \"green\")", "a b")]
    [InlineData("Kw NOT IN ('red')", "b")]
    [InlineData("Kw STARTS_WITH 'gr'", "b")]
    [InlineData("Kw IS NULL", "it's c")]
    [InlineData("Num >= 2", "c b")]
    [InlineData("Num = '2'", "b")]
    [InlineData("Num > -1 AND Num < 2.5", "a b")]
    [InlineData("Num BETWEEN 2 AND 3", "c b")]
    [InlineData("Flag = true", "a")]
    [InlineData("Flag != true", "b")]
    [InlineData("Dbl > 1", "c")]
    [InlineData("At = '2026-02-03T04:05:06.123456789Z'", "c")]
    [InlineData("At > '2026-02-03T04:05:06.123456788Z'", "c")]
    [InlineData("At < 1000", "")]
    [InlineData("Tags = 'y'", "a c")]
    [InlineData("Tags != 'x'", "it's c b")]
    [InlineData("Tags IN ('x', 'z')", "a")]
    [InlineData("Tags IS NOT NULL", "a c")]
    [InlineData("Txt = 'QUICK'", "b")]
    [InlineData("Txt = 'quic'", "")]
    public void C186_CustomAttributes_SelectRuns(string query, string expected) => Select(query).Should().Be(expected);

    [Fact]
    public void C187_Count_WithAndWithoutGroups()
    {
        _queries.Count("n", FilterParser.Parse("Num IS NOT NULL").Where).Should().Be(3);
        var query = FilterParser.Parse("WorkflowId != 'b' GROUP BY ExecutionStatus");

        query.GroupBy.Should().Be("ExecutionStatus");
        _queries.CountByStatus("n", query.Where).Should().Equal(
            ((int)WorkflowExecutionStatus.Running, 1), ((int)WorkflowExecutionStatus.Failed, 1),
                ((int)WorkflowExecutionStatus.ContinuedAsNew, 1));
    }

    [Fact]
    public void C188_Pages_AreStableAndWithoutDuplicates()
    {
        var seen = new List<string>();
        var token = ByteString.Empty;
        do
        {
            var page = _queries.List("n", "", 1, token);
            seen.AddRange(page.Records.Select(record => record.WorkflowId));
            token = page.NextPageToken;
        }
        while (!token.IsEmpty);

        seen.Should().Equal("a", "it's", "c", "b");
    }

    [Fact]
    public void List_ReadsBackWhatWasWritten()
    {
        var info = _queries.List("n", "WorkflowId='c'", 0, ByteString.Empty).Records.Single().ToInfo();

        info.Execution.RunId.Should().Be("run-c");
        info.StartTime.ToDateTimeOffset().Should().Be(Start.AddMinutes(2));
        info.ExecutionDuration.ToTimeSpan().Should().Be(TimeSpan.FromHours(1));
        info.HistoryLength.Should().Be(7);
        info.SearchAttributes.IndexedFields["Num"].Data.ToStringUtf8().Should().Be("[3]");
        info.SearchAttributes.IndexedFields["Num"].Metadata["type"].ToStringUtf8().Should().Be("Int");
        info.ParentExecution.WorkflowId.Should().Be("parent");
    }

    [Fact]
    public async Task Delete_ForgetsTheRun()
    {
        await _database.WriteAsync(connection => _store.Delete(connection, "id", "run-a"));

        Select("WorkflowId='a'").Should().BeEmpty();
    }

    private string Select(string query) =>
        string.Join(' ', _queries.List("n", query, 0, ByteString.Empty).Records.Select(record => record.WorkflowId));

    private Task AddAsync(string id, WorkflowExecutionStatus status, int minutes, params (string Name, string Json)[] attributes)
    {
        var given = new SearchAttributes();
        foreach (var (name, json) in attributes)
        {
            given.IndexedFields[name] = new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFromUtf8(json),
            };
        }

        var start = Start.AddMinutes(minutes);
        var record = new VisibilityRecord
        {
            NamespaceId = "id",
            WorkflowId = id,
            RunId = $"run-{id}",
            WorkflowType = "T",
            Status = status,
            TaskQueue = "q",
            StartTime = start,
            ExecutionTime = start,
            CloseTime = status == WorkflowExecutionStatus.Running ? null : start.AddHours(1),
            HistoryLength = 7,
            ParentWorkflowId = "parent",
            ParentRunId = "parent-run",
            RootWorkflowId = id,
            RootRunId = $"run-{id}",
            FirstRunId = $"run-{id}",
            SearchAttributes = _attributes.Normalize("n", given),
        };
        return _database.WriteAsync(connection => _store.Upsert(connection, record));
    }
}

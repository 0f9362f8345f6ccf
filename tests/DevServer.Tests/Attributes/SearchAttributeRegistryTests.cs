using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using TemporalVideo.DevServer.Attributes;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Storage;
using TemporalVideo.DevServer.Tests.Clients;

namespace TemporalVideo.DevServer.Tests.Attributes;

public sealed class SearchAttributeRegistryTests : IDisposable
{
    private readonly Database _database = Database.Open(null);
    private readonly SearchAttributeRegistry _registry;

    public SearchAttributeRegistryTests()
    {
        _registry = new SearchAttributeRegistry(_database);
        _registry.AddAsync("n", EmbeddedFixture.Attributes).GetAwaiter().GetResult();
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("Kw", "\"a\"", "Keyword")]
    [InlineData("Num", "3", "Int")]
    [InlineData("Num", "[3]", "Int")]
    [InlineData("Dbl", "3", "Double")]
    [InlineData("Flag", "false", "Bool")]
    [InlineData("At", "\"2026-01-02T03:04:05.1+02:00\"", "Datetime")]
    [InlineData("Tags", "[\"a\"]", "KeywordList")]
    [InlineData("Tags", "\"a\"", "KeywordList")]
    [InlineData("Txt", "\"some words\"", "Text")]
    [InlineData("TemporalChangeVersion", "[\"p-1\"]", "KeywordList")]
    public void C044_Normalize_ValidValue_KeepsItAndAddsTheType(string name, string json, string type)
    {
        var normal = _registry.Normalize("n", Given(name, json)).IndexedFields[name];

        normal.Data.ToStringUtf8().Should().Be(json);
        normal.Metadata["type"].ToStringUtf8().Should().Be(type);
        SearchAttributeRegistry.IsRemoval(normal).Should().BeFalse();
    }

    [Theory]
    [InlineData("Num", "\"v\"", "invalid value for search attribute Num of type Int: v")]
    [InlineData("Flag", "1", "invalid value for search attribute Flag of type Bool: 1")]
    [InlineData("At", "\"2026-01-02\"", "invalid value for search attribute At of type Datetime: 2026-01-02")]
    [InlineData("Nope", "1", "Namespace n has no mapping defined for search attribute Nope")]
    [InlineData("WorkflowId", "\"x\"", "WorkflowId attribute can't be set in SearchAttributes")]
    public void Normalize_InvalidValue_IsRefused(string name, string json, string expected)
    {
        var normalize = () => _registry.Normalize("n", Given(name, json));

        normalize.Should().Throw<ServiceException>().WithMessage(expected).Which.Code.Should().Be(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void C183_Normalize_NullOrEmpty_IsARemoval(string json) =>
        SearchAttributeRegistry.IsRemoval(_registry.Normalize("n", Given("Kw", json)).IndexedFields["Kw"]).Should().BeTrue();

    [Fact]
    public async Task Add_SameAgain_IsHarmlessAndAnotherTypeIsNot()
    {
        await _registry.AddAsync("n", [new("Kw", IndexedValueType.Keyword)]);
        var change = () => _registry.AddAsync("n", [new("Kw", IndexedValueType.Int)]);

        (await change.Should().ThrowAsync<ServiceException>()).Which.Code.Should().Be(StatusCode.AlreadyExists);
    }

    [Fact]
    public void Registry_OpenedAgain_RemembersDefinitions() =>
        new SearchAttributeRegistry(_database).Custom("n").Should().BeEquivalentTo(EmbeddedFixture.Attributes);

    private static SearchAttributes Given(string name, string json) => new()
    {
        IndexedFields =
        {
            [name] = new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFromUtf8(json),
            },
        },
    };
}

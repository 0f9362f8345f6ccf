using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Tests.Hosting;

public sealed class DevServerOptionsTests
{
    [Fact]
    public void WithSearchAttributes_NamesOfTypes_AreAdded()
    {
        var options = new DevServerOptions { SearchAttributes = new Dictionary<string, IndexedValueType> { ["Num"] = IndexedValueType.Int } };

        options.WithSearchAttributes([KeyValuePair.Create("Stage", "Keyword")]).SearchAttributes.Should().BeEquivalentTo(
            new Dictionary<string, IndexedValueType> { ["Num"] = IndexedValueType.Int, ["Stage"] = IndexedValueType.Keyword });
    }

    [Fact]
    public void WithSearchAttributes_NoSuchType_IsRefused() => FluentActions
        .Invoking(() => new DevServerOptions().WithSearchAttributes([KeyValuePair.Create("Stage", "Color")]))
        .Should().Throw<ArgumentException>();
}

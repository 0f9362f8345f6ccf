using System.Text.Json;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests.Contracts;

public sealed class SessionKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData(".hidden")]
    [InlineData("with space")]
    [InlineData("line\n")]
    public void Constructor_IdThatCouldLeaveItsFolder_IsRefused(string id)
    {
        var make = () => new SessionKey("anna", id);

        make.Should().Throw<ArgumentException>().WithMessage("*letters, digits*");
    }

    [Fact]
    public void Json_RoundTrip_IsEqual()
    {
        var key = new SessionKey("anna", "s-1.b_2");

        JsonSerializer.Deserialize<SessionKey>(JsonSerializer.Serialize(key)).Should().Be(key);
    }

    [Fact]
    public void WorkflowId_OfSession_ParsesBack()
    {
        var key = new SessionKey("anna", "rainbow");

        VideoWorkflowId.Of(key).Should().Be("video:anna:rainbow");
        VideoWorkflowId.TryParse("video:anna:rainbow", out var parsed).Should().BeTrue();
        parsed.Should().Be(key);
    }

    [Theory]
    [InlineData("order:anna:rainbow")]
    [InlineData("video:anna")]
    [InlineData("video:anna:a/b")]
    [InlineData(null)]
    public void TryParse_ForeignId_IsFalse(string? id) => VideoWorkflowId.TryParse(id, out _).Should().BeFalse();
}

using System.ClientModel;
using TemporalVideo.Tests.OpenAi;

namespace TemporalVideo.OpenAi.Tests;

public sealed class OpenAiCheckTests
{
    [Fact]
    public async Task RunAsync_KeyAndModelsAreRight_SaysSoAndPaysNothing()
    {
        await using var fake = await FakeOpenAi.StartAsync();

        var state = await OpenAiCheck.RunAsync(Options(fake, fake.Key), ["gpt-image-1", "whisper-1"], default);

        state.IsReached.Should().BeTrue(state.Text);
        state.Missing.Should().BeEmpty();
        state.Text.Should().EndWith("has gpt-image-1, whisper-1");
        fake.Paid.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_ModelThatItHasNot_IsNamed()
    {
        await using var fake = await FakeOpenAi.StartAsync();

        var state = await OpenAiCheck.RunAsync(Options(fake, fake.Key), ["llama3.2", "whisper-1"], default);

        state.IsReached.Should().BeTrue();
        state.Missing.Should().Equal("llama3.2");
    }

    [Fact]
    public async Task RunAsync_WrongKey_SaysWhatToDoWithoutTheKey()
    {
        await using var fake = await FakeOpenAi.StartAsync();

        var state = await OpenAiCheck.RunAsync(Options(fake, "sk-wrong-key"), ["whisper-1"], default);

        state.IsReached.Should().BeFalse();
        state.Text.Should().Contain("does not accept the key").And.Contain("OPENAI_API_KEY").And.NotContain("sk-wrong-key");
    }

    [Fact]
    public async Task RunAsync_NothingAnswers_SaysSo()
    {
        var fake = await FakeOpenAi.StartAsync();
        var options = Options(fake, fake.Key);
        await fake.DisposeAsync();

        var state = await OpenAiCheck.RunAsync(options, ["whisper-1"], default);

        state.IsReached.Should().BeFalse();
        state.Text.Should().Contain("is not reached");
    }

    private static OpenAiOptions Options(FakeOpenAi fake, string key) =>
        new() { BaseUrl = fake.BaseUrl, Key = new ApiKeyCredential(key) };
}

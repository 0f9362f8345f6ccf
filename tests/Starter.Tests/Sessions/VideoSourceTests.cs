using TemporalVideo.Starter.Sessions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Sessions;

public sealed class VideoSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("source-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ReadAsync_FileBelowTheRoot_ReadsTheLesson()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "rainbow.md"), "# Rainbows");

        var source = await VideoSource.ReadAsync("rainbow.md", _folder.FullName, default);

        source.Should().Be(new VideoSource("# Rainbows", "rainbow", SourceKind.Lesson, _folder.FullName));
    }

    [Fact]
    public async Task ReadAsync_FileWithOneSentence_IsALesson()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "one.txt"), "Light bends.");

        (await VideoSource.ReadAsync("one.txt", _folder.FullName, default)).Should()
            .Be(new VideoSource("Light bends.", "one", SourceKind.Lesson, _folder.FullName));
    }

    [Fact]
    public async Task ReadAsync_Folder_IsRefusedWithALessonInIt()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "rainbow.md"), "# Rainbows");

        await FluentActions.Awaiting(() => VideoSource.ReadAsync(_folder.FullName, _folder.FullName, default))
            .Should().ThrowAsync<StarterException>().WithMessage("*is a folder*rainbow.md*");
    }

    [Fact]
    public async Task ReadAsync_Topic_IsTheSource() =>
        (await VideoSource.ReadAsync(" Why is the sky blue? ", _folder.FullName, default)).Should()
            .Be(new VideoSource("Why is the sky blue?", "Why is the sky blue?", SourceKind.Topic));

    [Theory]
    [InlineData("missing.md", "*no file 'missing.md'*")]
    [InlineData("lessons/missing", "*no file*")]
    [InlineData("  ", "*path of a lesson*")]
    public async Task ReadAsync_NothingToRead_SaysWhatIsNeeded(string argument, string message) =>
        (await FluentActions.Awaiting(() => VideoSource.ReadAsync(argument, _folder.FullName, default)).Should()
            .ThrowAsync<StarterException>().WithMessage(message))
        .Which.ExitCode.Should().Be(ExitCodes.Usage);

    [Fact]
    public async Task ReadAsync_EmptyLesson_IsRefused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "empty.md"), "\n");

        await FluentActions.Awaiting(() => VideoSource.ReadAsync("empty.md", _folder.FullName, default)).Should()
            .ThrowAsync<StarterException>().WithMessage("*is empty*");
    }

    [Theory]
    [InlineData("Why is the sky blue?")]
    [InlineData("???")]
    [InlineData("Ein sehr langes Thema, das mit vielen Worten über Größe und Weite und noch viel mehr redet")]
    public void SessionId_AnyTopic_IsAValidStableId(string topic)
    {
        var source = new VideoSource(topic, topic, SourceKind.Topic);

        SessionKey.IsValidId(source.SessionId(60, new SoundChoice())).Should().BeTrue();
        source.SessionId(60, new SoundChoice()).Should()
            .Be(source.SessionId(60, new SoundChoice())).And.NotBe(source.SessionId(45, new SoundChoice()))
            .And.NotBe(source.SessionId(60, new SoundChoice(), VideoSize.Tall));
    }
}

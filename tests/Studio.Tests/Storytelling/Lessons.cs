using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Studio.Tests.Storytelling;

/// <summary>The lessons of the repository, planned.</summary>
internal static class Lessons
{
    public static string Folder { get; } = Path.Combine(TestPaths.RepositoryRoot, "lessons");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal);

    public static TheoryData<string, int> FilesAndLengths
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (var file in Files)
            {
                foreach (var seconds in (int[])[30, 60, 90])
                {
                    data.Add(file, seconds);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, int, VideoSize> FilesLengthsAndSizes
    {
        get
        {
            TheoryData<string, int, VideoSize> data = [];
            foreach (var row in FilesAndLengths)
            {
                foreach (var size in Enum.GetValues<VideoSize>())
                {
                    data.Add((string)row[0], (int)row[1], size);
                }
            }

            return data;
        }
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static Task<Story> PlanAsync(string file, double? seconds, VideoSize? size = null) => PlanTextAsync(Read(file), seconds, size);

    public static Task<Story> PlanTextAsync(string source, double? seconds = 60, VideoSize? size = null) => new LessonPlanner().PlanAsync(
        new StoryRequest { Source = source, TargetSeconds = seconds, Size = size, LessonsFolder = Folder }, default);

    public static Task<Story> PlanTopicAsync(string topic) =>
        new LessonPlanner().PlanAsync(new StoryRequest { Source = topic, SourceKind = SourceKind.Topic, LessonsFolder = Folder }, default);
}

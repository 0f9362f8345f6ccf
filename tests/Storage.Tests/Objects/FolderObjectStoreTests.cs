using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Storage.Tests.Objects;

public sealed class FolderObjectStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store-test-");
    private readonly IObjectStore _store;

    public FolderObjectStoreTests()
    {
        var services = new ServiceCollection().AddFolderObjectStore();
        services.Configure<FolderObjectStoreOptions>(options => options.Folder = _folder.FullName);
        _store = services.BuildServiceProvider().GetRequiredService<IObjectStore>();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task PutAsync_NewKey_IsFoundWithSizeAndFingerprint()
    {
        await _store.PutAsync("a/b.txt", Bytes("hello"), "f1", default);

        (await _store.FindAsync("a/b.txt", default)).Should().Be(new StoredObject("a/b.txt", 5, "f1"));
        (await File.ReadAllTextAsync(await _store.FetchAsync("a/b.txt", default))).Should().Be("hello");
    }

    [Fact]
    public async Task PutAsync_ExistingKey_ReplacesContentAndFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), "f1", default);
        await _store.PutAsync("k", Bytes("other"), null, default);

        (await _store.FindAsync("k", default)).Should().Be(new StoredObject("k", 5, null));
    }

    [Fact]
    public async Task PutAsync_FailingSource_LeavesTheOldObjectAndNoTrace()
    {
        await _store.PutAsync("k", Bytes("one"), "f1", default);

        var put = () => _store.PutAsync("k", Path.Combine(_folder.FullName, "missing"), "f2", default);

        await put.Should().ThrowAsync<FileNotFoundException>();
        (await _store.FindAsync("k", default)).Should().Be(new StoredObject("k", 3, "f1"));
        _folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public async Task PutAsync_UnfinishedCopies_DeletesWhatNobodyWrites()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "k.1.unfinished"), "left by a killed process");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.1.unfinished"), "of another key");
        await using var held = new FileStream(Path.Combine(_folder.FullName, "k.2.unfinished"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        await _store.PutAsync("k", Bytes("one"), null, default);

        _folder.GetFiles().Select(file => file.Name).Should().BeEquivalentTo("k", "k.2.unfinished", "other.1.unfinished");
    }

    [Fact]
    public async Task PutAsync_Cancelled_StoresNothing()
    {
        var put = () => _store.PutAsync("k", Bytes("one"), null, new CancellationToken(canceled: true));

        await put.Should().ThrowAsync<OperationCanceledException>();
        _folder.GetFiles().Should().BeEmpty();
    }

    [Fact]
    public async Task FindAsync_ObjectChangedBehindItsFingerprint_DoesNotTrustTheFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), "f1", default);
        await File.WriteAllTextAsync(await _store.FetchAsync("k", default), "changed");

        (await _store.FindAsync("k", default))!.Fingerprint.Should().BeNull();
    }

    [Fact]
    public async Task ListAsync_Prefix_GivesItsKeysInOrderAndNothingUnfinished()
    {
        foreach (var key in new[] { "s/agent2/b", "s/agent2/a", "s/agent2/sub/c", "s/agent20/d", "s/agent4/e" })
        {
            await _store.PutAsync(key, Bytes("x"), "f", default);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "s", "agent2", "a.0.unfinished"), "half");

        var keys = (await _store.ListAsync("s/agent2/", default)).Select(item => item.Key);

        keys.Should().Equal("s/agent2/a", "s/agent2/b", "s/agent2/sub/c");
    }

    [Fact]
    public async Task ListAsync_NothingThere_IsEmpty() => (await _store.ListAsync("nobody/", default)).Should().BeEmpty();

    [Fact]
    public async Task FetchAsync_Missing_SaysWhichKey()
    {
        var fetch = () => _store.FetchAsync("a/missing.txt", default);

        (await fetch.Should().ThrowAsync<ObjectMissingException>()).Which.Key.Should().Be("a/missing.txt");
    }

    [Fact]
    public async Task DeleteAsync_Twice_RemovesObjectAndFingerprint()
    {
        await _store.PutAsync("k", Bytes("one"), "f1", default);
        await _store.DeleteAsync("k", default);
        await _store.DeleteAsync("k", default);

        (await _store.FindAsync("k", default)).Should().BeNull();
        _folder.GetFiles("*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData(".fingerprints/a")]
    [InlineData("a\\b")]
    public async Task PutAsync_KeyThatLeavesTheStore_IsRefused(string key)
    {
        var put = () => _store.PutAsync(key, Bytes("x"), null, default);

        await put.Should().ThrowAsync<ArgumentException>();
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

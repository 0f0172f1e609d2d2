#!/usr/bin/perl
# The thin client: hands a command to the workspace's daemon and passes its answer on, without a JVM.
#
# It uses only what Debian's perl-base has. It knows nothing of the language and little of the command line: just enough to find
# the workspace. Whatever is out of the ordinary it leaves to the Java client, by starting bin/arenad again.
#
# The conversation (arenad-cli 1). Client: header lines, then an empty line.
#   arenad-cli 1 | cwd PATH | arg VALUE (one each) | tty 0 or 1 | columns N | env NAME=VALUE
# with `\` and line feed in a value written `\\` and `\n`. Server: frames.
#   out N, err N    N bytes follow, for standard output and standard error
#   exec N          N lines `arg VALUE`, then lines `env NAME=VALUE`, then an empty line: become that command
#   exit CODE       the end
# A client that closes the connection cancels its command.
use strict;
use warnings;
use Cwd ();
use Errno qw(EINTR);
use Socket;

my @command = @ARGV;
my $bin = $0 =~ m{^(.*)/[^/]*$}s ? $1 : '.';

sub use_java_client {
    $ENV{ARENAD_CLIENT} = 'java';
    exec '/bin/sh', "$bin/arenad", @command or die "arenad: cannot start $bin/arenad: $!\n";
}

# The path that the command is about, or `.`; nothing when the command line is not one we understand.
sub subject {
    my ($name, @rest) = @command;
    my @positional;
    while (@rest) {
        my $argument = shift @rest;
        last if $argument eq '--';
        return if $argument =~ /^(?:--no-daemon|--help|-h|--version|-V)$/;
        if ($argument =~ /^(?:--filter|--color|--trace|--memory-report|--picture|-o|--output)$/) {
            shift @rest;
        } elsif ($argument !~ /^-./) {
            push @positional, $argument;
        }
    }
    return '.' if $name eq 'graph';
    my $path = $positional[$name eq 'dump' ? 1 : 0];
    return '.' unless defined $path;
    $path =~ s/:[^:\/]*$// if $name =~ /^(?:contract|dump)$/ && !-e $path;
    return $path;
}

# The nearest folder at or above the path that has an arena.toml, without symbolic links.
sub workspace_of {
    my ($path) = @_;
    return unless -e $path;
    my $folder = Cwd::realpath($path);
    return unless defined $folder;
    $folder =~ s{/[^/]*$}{} unless -d $folder;
    while ($folder ne '') {
        return $folder if -f "$folder/arena.toml";
        $folder =~ s{/[^/]*$}{};
    }
    return;
}

sub sha256_hex {
    my ($text) = @_;
    return Digest::SHA::sha256_hex($text) if eval { require Digest::SHA; 1 };
    pipe(my $read, my $write) or return;
    my $pid = fork;
    return unless defined $pid;
    if ($pid == 0) {
        close $read;
        open STDOUT, '>&', $write or exit 1;
        open my $sum, '|-', 'sha256sum' or exit 1;
        print {$sum} $text;
        close $sum;
        exit 0;
    }
    close $write;
    my $line = <$read>;
    waitpid $pid, 0;
    return defined $line && $line =~ /^([0-9a-f]{64})/ ? $1 : undef;
}

sub socket_of {
    my ($workspace) = @_;
    my $hash = sha256_hex($workspace);
    return unless defined $hash;
    my $runtime = $ENV{XDG_RUNTIME_DIR};
    $runtime = "/tmp/arenad-$<" unless defined $runtime && $runtime ne '';
    return "$runtime/arenad/" . substr($hash, 0, 16) . '/socket';
}

# Connects, but never to something that another user could have put there.
sub connect_to {
    my ($path) = @_;
    my @folder = lstat(substr($path, 0, rindex($path, '/')));
    return unless @folder && $folder[4] == $< && -S $path;
    return if length($path) > 107;
    socket(my $socket, PF_UNIX, SOCK_STREAM, 0) or return;
    connect($socket, pack_sockaddr_un($path)) or return;
    return $socket;
}

sub escaped {
    my ($value) = @_;
    $value =~ s/\\/\\\\/g;
    $value =~ s/\n/\\n/g;
    return $value;
}

sub unescaped {
    my ($value) = @_;
    $value =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ges;
    return $value;
}

# TIOCGWINSZ of Linux and of the BSDs; a size that cannot be had is 0.
sub columns {
    return $ENV{COLUMNS} if ($ENV{COLUMNS} // '') =~ /^[1-9][0-9]{0,4}$/;
    my $size = "\0" x 8;
    my $request = $^O eq 'linux' ? 0x5413 : 0x40087468;
    return eval { ioctl(STDOUT, $request, $size) } ? (unpack 'S4', $size)[1] : 0;
}

sub request {
    my $tty = -t STDOUT ? 1 : 0;
    my @lines = ('arenad-cli 1', 'cwd ' . escaped(Cwd::getcwd()));
    push @lines, map { 'arg ' . escaped($_) } @command;
    push @lines, "tty $tty", 'columns ' . ($tty ? columns() : 0);
    push @lines, map { 'env ' . escaped("$_=$ENV{$_}") } grep { /^(?:NO_COLOR|TERM|ARENAD_.*)$/s } sort keys %ENV;
    return join("\n", @lines) . "\n\n";
}

sub write_all {
    my ($handle, $bytes) = @_;
    my $done = 0;
    while ($done < length $bytes) {
        my $count = syswrite $handle, $bytes, length($bytes) - $done, $done;
        if (defined $count) { $done += $count }
        elsif ($! != EINTR) { return 0 }
    }
    return 1;
}

my $buffer = '';

# Reads more of the answer; false at its end.
sub more {
    my ($socket) = @_;
    while (1) {
        my $count = sysread $socket, $buffer, 65536, length $buffer;
        return $count if defined $count;
        return 0 if $! != EINTR;
    }
}

sub line {
    my ($socket) = @_;
    my $end;
    until (($end = index $buffer, "\n") >= 0) { more($socket) or return }
    my $line = substr $buffer, 0, $end;
    substr($buffer, 0, $end + 1) = '';
    return $line;
}

# Passes a frame's bytes on as they come.
sub pass_on {
    my ($socket, $count, $handle) = @_;
    while ($count > 0) {
        if ($buffer eq '') { more($socket) or return 0 }
        my $piece = substr $buffer, 0, $count, '';
        $count -= length $piece;
        write_all($handle, $piece) or exit 141;
    }
    return 1;
}

sub become {
    my ($socket, $count) = @_;
    my @words;
    while (defined(my $line = line($socket))) {
        if ($line eq '') {
            last if @words != $count || !@words;
            close $socket;
            exec { $words[0] } @words or do { print STDERR "arenad: cannot start $words[0]: $!\n"; exit 3 };
        }
        if ($line =~ /^arg (.*)$/s) { push @words, unescaped($1) }
        elsif ($line =~ /^env ([^=]+)=(.*)$/s) { my ($name, $value) = ($1, unescaped($2)); $ENV{$name} = $value }
        else { last }
    }
    return;
}

my $path = subject();
use_java_client() unless defined $path;
my $workspace = workspace_of($path);
use_java_client() unless defined $workspace;
my $address = socket_of($workspace);
use_java_client() unless defined $address;
my $socket = connect_to($address);
use_java_client() unless defined $socket;

$SIG{INT} = sub { close $socket; exit 130 };
$SIG{PIPE} = 'IGNORE';
use_java_client() unless write_all($socket, request());
my $answered = 0;
while (defined(my $line = line($socket))) {
    if ($line =~ /^(out|err) ([0-9]+)$/) {
        pass_on($socket, $2, $1 eq 'out' ? \*STDOUT : \*STDERR) or last;
    } elsif ($line =~ /^exit ([0-9]+)$/) {
        exit $1;
    } elsif ($line =~ /^exec ([0-9]+)$/) {
        $SIG{INT} = 'DEFAULT';
        $SIG{PIPE} = 'DEFAULT';
        become($socket, $1);
        last;
    } else {
        last;
    }
    $answered = 1;
}
# The daemon went away. Where nothing has been shown yet the Java client starts a new one and the command runs there.
use_java_client() unless $answered;
print STDERR "arenad: the daemon ended in the middle of its answer; `arenad logs` shows why\n";
exit 3;
